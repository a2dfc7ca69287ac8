<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>AddressAnswer</name>
    <message>
        <source>Đổi %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Tìm nước</source>
        <translation>Find a country</translation>
    </message>
    <message>
        <source>Tìm tỉnh, thành phố</source>
        <translation>Find the province or city</translation>
    </message>
    <message>
        <source>Tìm xã, phường</source>
        <translation>Find the commune or ward</translation>
    </message>
    <message>
        <source>Gõ tên</source>
        <translation>Type a name</translation>
    </message>
    <message>
        <source>Gõ tên nước</source>
        <translation>Type the country</translation>
    </message>
    <message>
        <source>Gõ tên tỉnh, thành phố</source>
        <translation>Type the province or city</translation>
    </message>
    <message>
        <source>Gõ tên xã, phường</source>
        <translation>Type the commune or ward</translation>
    </message>
    <message>
        <source>Không thấy tên này. Ông/bà thử gõ ít chữ hơn.</source>
        <translation>Not found. Try fewer letters.</translation>
    </message>
    <message>
        <source>Danh sách tên</source>
        <translation>List of names</translation>
    </message>
    <message>
        <source>trước là %1</source>
        <translation>formerly %1</translation>
    </message>
    <message>
        <source>Xã, phường</source>
        <translation>Commune or ward</translation>
    </message>
    <message>
        <source>Địa chỉ ở đó</source>
        <translation>Address there</translation>
    </message>
    <message>
        <source>Số nhà, đường, xóm</source>
        <translation>House, street, hamlet</translation>
    </message>
</context>
<context>
    <name>AnswerRows</name>
    <message>
        <source>Nhờ chỉ đường</source>
        <translation>Ask the way</translation>
    </message>
    <message>
        <source>Máy này không làm việc này.</source>
        <translation>Not done at this station.</translation>
    </message>
</context>
<context>
    <name>CardNumberDrawing</name>
    <message>
        <source>Thẻ làm trước tháng 7/2024</source>
        <translation>Cards made before July 2024</translation>
    </message>
    <message>
        <source>Thẻ làm từ tháng 7/2024</source>
        <translation>Cards made from July 2024</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Nhập 6 số cuối của số thẻ</source>
        <translation>Enter the last 6 digits of the card number</translation>
    </message>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read the card</translation>
    </message>
    <message>
        <source>Đọc thẻ căn cước</source>
        <translation>Reading the identity card</translation>
    </message>
    <message>
        <source>Máy chưa hiểu mã này. Ông/bà nhập 6 số cuối.</source>
        <translation>That code was not understood. Enter the last 6 digits.</translation>
    </message>
    <message>
        <source>Mặt trước thẻ có 12 số. Ông/bà nhập 6 số cuối, hoặc quét mã QR trên thẻ.</source>
        <translation>The front of the card has 12 digits. Enter the last 6, or scan the card's QR code.</translation>
    </message>
    <message>
        <source>Tôi tự nhập</source>
        <translation>Type it myself</translation>
    </message>
    <message>
        <source>6 số cuối</source>
        <translation>Last 6 digits</translation>
    </message>
    <message numerus="yes">
        <source>Số chưa đúng. Còn %n lần thử.</source>
        <translation>
            <numerusform>The digits were wrong. %n try left.</numerusform>
            <numerusform>The digits were wrong. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>Ông/bà xem lại tờ khai</source>
        <translation>Check your declaration</translation>
    </message>
    <message>
        <source>Nộp qua mạng ở đây</source>
        <translation>File online here</translation>
    </message>
    <message>
        <source>In giấy</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Máy điền giúp những câu này trên trang chính thức khi ông/bà cho phép. Ông/bà tự đăng nhập và tự bấm nộp.</source>
        <translation>The kiosk fills these answers in on the official page when you allow it. You sign in and press submit yourself.</translation>
    </message>
    <message>
        <source>Máy in bản khai hỗ trợ, không thay mẫu chính thức. Ông/bà đưa cho cán bộ.</source>
        <translation>The station prints a data sheet. It does not replace the official form. Give it to the officer.</translation>
    </message>
    <message>
        <source>Quét giấy tờ</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>Ẩn số định danh</source>
        <translation>Hide the personal number</translation>
    </message>
    <message>
        <source>Hiện số định danh</source>
        <translation>Show the personal number</translation>
    </message>
    <message>
        <source>Máy in tờ khai và giấy hướng dẫn có mã QR. Ông/bà tự ký, máy không ký thay.</source>
        <translation>The station prints the declaration and a leaflet with a QR code. You sign it yourself.</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>Ông/bà có đồng ý cho máy đọc thẻ không?</source>
        <translation>Do you agree that your card is read?</translation>
    </message>
    <message>
        <source>Đồng ý và đọc thẻ</source>
        <translation>Agree and read the card</translation>
    </message>
    <message>
        <source>Đọc thẻ của tôi</source>
        <translation>Read my card</translation>
    </message>
    <message>
        <source>Máy đọc để điền sẵn: %1.</source>
        <translation>It is read to fill in: %1.</translation>
    </message>
    <message>
        <source>Máy đọc để ông/bà xem thông tin ghi trong thẻ.</source>
        <translation>It is read so that you can see what the card holds.</translation>
    </message>
    <message>
        <source>Máy chỉ đọc các mục này</source>
        <translation>Only these are read</translation>
    </message>
    <message>
        <source>Máy giữ lời với ông/bà</source>
        <translation>What the station promises</translation>
    </message>
    <message>
        <source>Xóa hết khi ông/bà kết thúc.</source>
        <translation>Everything is erased when you finish.</translation>
    </message>
    <message>
        <source>Không lưu, không gửi đi đâu.</source>
        <translation>Nothing is stored or sent anywhere.</translation>
    </message>
    <message>
        <source>Chỉ ông/bà thấy trên màn hình này và trên giấy in ra.</source>
        <translation>Only you see it, on this screen and on your paper.</translation>
    </message>
    <message>
        <source>Không đồng ý thì ông/bà tự nhập. Việc vẫn làm được.</source>
        <translation>If you do not agree, you can type it. You can still finish.</translation>
    </message>
    <message>
        <source>Tôi tự nhập</source>
        <translation>Type it myself</translation>
    </message>
    <message>
        <source>Không đọc thẻ</source>
        <translation>Do not read the card</translation>
    </message>
</context>
<context>
    <name>CopiesEntry</name>
    <message>
        <source>In mấy bản mỗi giấy?</source>
        <translation>How many copies of each?</translation>
    </message>
    <message>
        <source>Bớt 1 bản</source>
        <translation>One copy less</translation>
    </message>
    <message numerus="yes">
        <source>%n bản</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Thêm 1 bản</source>
        <translation>One copy more</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Ở lại làm tiếp</source>
        <translation>Stay and go on</translation>
    </message>
    <message>
        <source>Máy sẽ xóa mọi thông tin của ông/bà.</source>
        <translation>Everything about you will be erased.</translation>
    </message>
    <message>
        <source>Ông/bà muốn kết thúc?</source>
        <translation>Do you want to finish?</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
</context>
<context>
    <name>EndScreen</name>
    <message>
        <source>Ông/bà nhớ lấy thẻ và giấy</source>
        <translation>Take your card and your papers</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Máy đã xóa hết thông tin của ông/bà.</source>
        <translation>Everything about you has been erased.</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà. Chúc ông/bà một ngày tốt lành.</source>
        <translation>Thank you. Have a good day.</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Đã xem, kiểm tra lại</source>
        <translation>Done, check again</translation>
    </message>
    <message>
        <source>Chọn lại thiết bị</source>
        <translation>Choose the device again</translation>
    </message>
    <message>
        <source>Đo màn hình</source>
        <translation>Measure the screen</translation>
    </message>
    <message>
        <source>Đọc thẻ thử</source>
        <translation>Read a test card</translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation>Print the test page</translation>
    </message>
    <message>
        <source>Lấy nội dung mới</source>
        <translation>Take new content</translation>
    </message>
    <message>
        <source>Gửi số đếm</source>
        <translation>Send the counts</translation>
    </message>
    <message>
        <source>sẵn sàng</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>cần xem</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>hỏng</source>
        <translation>broken</translation>
    </message>
</context>
<context>
    <name>FoldedSources</name>
    <message>
        <source>Cất nguồn, ngày kiểm tra</source>
        <translation>Hide the sources and days of the check</translation>
    </message>
    <message>
        <source>Nguồn, ngày kiểm tra</source>
        <translation>Sources, days of the check</translation>
    </message>
</context>
<context>
    <name>GuideExitScreen</name>
    <message>
        <source>Ông/bà đã làm xong</source>
        <translation>You are done</translation>
    </message>
    <message>
        <source>Việc này cần cán bộ giúp</source>
        <translation>An officer must help with this</translation>
    </message>
    <message>
        <source>Việc này có hướng dẫn riêng</source>
        <translation>There is a guide for this</translation>
    </message>
    <message>
        <source>Làm việc khác</source>
        <translation>Do something else</translation>
    </message>
    <message>
        <source>In phiếu mang theo</source>
        <translation>Print a slip to take along</translation>
    </message>
    <message>
        <source>Xem hướng dẫn đó</source>
        <translation>Open that guide</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Hướng dẫn tiếp theo</source>
        <translation>Next guide</translation>
    </message>
    <message>
        <source>Ông/bà mang theo</source>
        <translation>Bring with you</translation>
    </message>
    <message>
        <source>Làm tiếp: %1</source>
        <translation>Continue: %1</translation>
    </message>
</context>
<context>
    <name>GuideScreen</name>
    <message>
        <source>Tiếp theo, máy hiện “%1”.</source>
        <translation>Next it shows “%1”.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Không được</source>
        <translation>It does not work</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Chưa xác minh, hỏi cán bộ.</source>
        <translation>Not confirmed, please ask the staff.</translation>
    </message>
    <message>
        <source>Hình minh họa. Ứng dụng có thể trông khác.</source>
        <translation>A drawing. The app may look different.</translation>
    </message>
    <message>
        <source>Cho người hỗ trợ: %1</source>
        <translation>For the helper: %1</translation>
    </message>
</context>
<context>
    <name>GuidesScreen</name>
    <message>
        <source>Kích hoạt VNeID</source>
        <translation>Activating VNeID</translation>
    </message>
    <message>
        <source>Gặp lỗi VNeID</source>
        <translation>Trouble with VNeID</translation>
    </message>
    <message>
        <source>Thay sổ hộ khẩu</source>
        <translation>In place of the household book</translation>
    </message>
    <message>
        <source>Sức khỏe</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Tiền trợ cấp</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>Cư trú</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>Đi đường</source>
        <translation>On the road</translation>
    </message>
    <message>
        <source>Ông/bà cần hướng dẫn việc gì?</source>
        <translation>What do you need guidance for?</translation>
    </message>
    <message>
        <source>VNeID và điện thoại</source>
        <translation>VNeID and the phone</translation>
    </message>
    <message>
        <source>Tìm theo lỗi gặp phải</source>
        <translation>Search by what went wrong</translation>
    </message>
    <message numerus="yes">
        <source>Khoảng %n phút</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Máy chưa có hướng dẫn nào. Ông/bà gọi người hỗ trợ.</source>
        <translation>There is no guide here yet. Please call a helper.</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Ông/bà giơ tay, người hỗ trợ sẽ đến</source>
        <translation>Raise your hand and a helper will come</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Gọi người hỗ trợ</source>
        <translation>Call a helper</translation>
    </message>
    <message>
        <source>Quầy hỗ trợ</source>
        <translation>Help counter</translation>
    </message>
    <message>
        <source>Điện thoại xã</source>
        <translation>Telephone of the commune</translation>
    </message>
    <message>
        <source>Hỏi đáp dịch vụ công</source>
        <translation>Public service hotline</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Người hỗ trợ không hỏi mật khẩu, mã OTP của ông/bà. Ai hỏi, ông/bà đừng cho.</source>
        <translation>A helper never asks for your password or OTP. Tell nobody who asks.</translation>
    </message>
</context>
<context>
    <name>HomeEvents</name>
    <message>
        <source>Theo việc trong đời</source>
        <translation>By life event</translation>
    </message>
</context>
<context>
    <name>HomePopular</name>
    <message>
        <source>Nhiều người hỏi</source>
        <translation>Asked most</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Ông/bà cần giúp việc gì?</source>
        <translation>How can we help you?</translation>
    </message>
    <message>
        <source>Làm tiếp: %1</source>
        <translation>Continue: %1</translation>
    </message>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>VNeID</source>
        <translation>VNeID</translation>
    </message>
    <message>
        <source>Đọc thẻ của tôi</source>
        <translation>Read my card</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>Chạm vào đây để bắt đầu</source>
        <translation>Touch here to start</translation>
    </message>
    <message>
        <source>%1. Hỏi đáp: %2</source>
        <translation>%1. Hotline: %2</translation>
    </message>
</context>
<context>
    <name>LadderOfStaff</name>
    <message>
        <source>Dịch vụ thẻ</source>
        <translation>Card service</translation>
    </message>
    <message>
        <source>Trình điều khiển</source>
        <translation>Driver</translation>
    </message>
    <message>
        <source>Máy đọc</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>Thẻ</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Ứng dụng trên chip</source>
        <translation>Application on the chip</translation>
    </message>
    <message>
        <source>Số mở chip</source>
        <translation>Number that opens the chip</translation>
    </message>
    <message>
        <source>Dữ liệu</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Cất phần cho nhân viên</source>
        <translation>Hide the part for staff</translation>
    </message>
    <message>
        <source>Cho nhân viên: hỏng ở đâu</source>
        <translation>For staff: where it broke</translation>
    </message>
    <message>
        <source>: hỏng ở đây</source>
        <translation>: broken here</translation>
    </message>
    <message>
        <source>: được</source>
        <translation>: works</translation>
    </message>
    <message>
        <source>: chưa tới</source>
        <translation>: not reached</translation>
    </message>
</context>
<context>
    <name>LadderScreen</name>
    <message>
        <source>Đọc lại thẻ</source>
        <translation>Read the card again</translation>
    </message>
    <message>
        <source>Tôi tự nhập</source>
        <translation>Type it myself</translation>
    </message>
    <message>
        <source>Đọc thẻ căn cước</source>
        <translation>Reading the identity card</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n lần thử.</source>
        <translation>
            <numerusform>%n try left.</numerusform>
            <numerusform>%n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LargePaper</name>
    <message>
        <source>Ông/bà ký tờ này, ở chỗ ghi “ký”.</source>
        <translation>You sign this paper, where it says “ký” (sign).</translation>
    </message>
    <message>
        <source>Trang %1 trên %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>%1, trang %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>Thu nhỏ giấy</source>
        <translation>Make the paper small</translation>
    </message>
</context>
<context>
    <name>LifeEventScreen</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Máy chưa có việc nào ở mục này. Ông/bà gọi người hỗ trợ.</source>
        <translation>There is nothing here yet. Please call a helper.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Trạm hỗ trợ dịch vụ công</source>
        <translation>Public service help point</translation>
    </message>
</context>
<context>
    <name>NextStepsScreen</name>
    <message>
        <source>Hồ sơ đã nộp qua mạng</source>
        <translation>Filed online</translation>
    </message>
    <message>
        <source>Việc cần làm tiếp</source>
        <translation>What to do next</translation>
    </message>
    <message>
        <source>Kết thúc và xóa thông tin</source>
        <translation>Finish and erase everything</translation>
    </message>
    <message>
        <source>Mã hồ sơ của ông/bà</source>
        <translation>Your dossier code</translation>
    </message>
    <message>
        <source>In giấy có mã hồ sơ</source>
        <translation>Print the code</translation>
    </message>
    <message>
        <source>Giữ tờ giấy có mã hồ sơ. Khi hỏi về hồ sơ, ông/bà đọc mã này.</source>
        <translation>Keep the sheet with the code. Give it whenever you ask about your dossier.</translation>
    </message>
    <message>
        <source>In tờ giấy có mã hồ sơ, hoặc chụp màn hình này bằng điện thoại.</source>
        <translation>Print the sheet with the code, or take a photo of this screen with your phone.</translation>
    </message>
    <message>
        <source>Giấy chưa in ra. Ông/bà chụp lại màn hình này bằng điện thoại.</source>
        <translation>No paper has come out. Take a photo of this screen.</translation>
    </message>
    <message>
        <source>Đọc phiếu. Chuẩn bị giấy tờ ghi trong phiếu.</source>
        <translation>Read the slip. Get the papers on it ready.</translation>
    </message>
    <message>
        <source>Đọc lại tờ khai. Ký tên khi nộp tại quầy.</source>
        <translation>Read the declaration again. Sign it when you file at the desk.</translation>
    </message>
    <message>
        <source>Đọc giấy hướng dẫn và chuẩn bị giấy tờ.</source>
        <translation>Read the leaflet and get the papers ready.</translation>
    </message>
    <message>
        <source>Mang phiếu đến: %1.</source>
        <translation>Take the slip to: %1.</translation>
    </message>
    <message>
        <source>Nộp qua mạng bằng mã QR, hoặc tại: %1.</source>
        <translation>File online with the QR code, or at: %1.</translation>
    </message>
    <message>
        <source>Nộp tại: %1.</source>
        <translation>File at: %1.</translation>
    </message>
    <message>
        <source>Xem tin nhắn và tài khoản trên Cổng. Nơi tiếp nhận báo thì làm theo.</source>
        <translation>Watch your messages and your portal account, and do what the office asks for.</translation>
    </message>
    <message>
        <source>Chờ kết quả: %1.</source>
        <translation>Wait for the result: %1.</translation>
    </message>
    <message>
        <source>Làm việc khác</source>
        <translation>Do something else</translation>
    </message>
    <message>
        <source>Quét bằng điện thoại để xem hồ sơ đã tới đâu</source>
        <translation>Scan with your phone to see how far your dossier has got</translation>
    </message>
    <message>
        <source>Quét bằng điện thoại để mở %1</source>
        <translation>Scan with your phone to open %1</translation>
    </message>
</context>
<context>
    <name>OriginLine</name>
    <message>
        <source>Lấy lại theo thẻ</source>
        <translation>Use the card's value again</translation>
    </message>
</context>
<context>
    <name>PaperButton</name>
    <message>
        <source>Xem to: %1</source>
        <translation>Look closer: %1</translation>
    </message>
    <message>
        <source>Trang đầu: %1</source>
        <translation>First page: %1</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>Thông tin trong thẻ</source>
        <translation>What the card holds</translation>
    </message>
    <message>
        <source>Đúng, điền tờ khai</source>
        <translation>Right, fill in the form</translation>
    </message>
    <message>
        <source>Đúng, làm việc khác</source>
        <translation>Right, do something else</translation>
    </message>
    <message>
        <source>Đọc thẻ của tôi</source>
        <translation>Read my card</translation>
    </message>
    <message>
        <source>Ẩn lý do</source>
        <translation>Hide the reasons</translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Ẩn số định danh</source>
        <translation>Hide the personal number</translation>
    </message>
    <message>
        <source>Hiện số định danh</source>
        <translation>Show the personal number</translation>
    </message>
    <message>
        <source>In giấy báo đã đọc những gì</source>
        <translation>Print a receipt of what was read</translation>
    </message>
    <message>
        <source>Bỏ thông tin này, tôi tự nhập</source>
        <translation>Drop this and type it myself</translation>
    </message>
    <message>
        <source>Bỏ thông tin này</source>
        <translation>Drop this</translation>
    </message>
    <message>
        <source>Có chỗ sai thì ông/bà vẫn sửa được ở các bước sau. Bây giờ ông/bà nhấc thẻ ra được rồi.</source>
        <translation>Anything wrong can be changed in the next steps. You can take the card off now.</translation>
    </message>
    <message>
        <source>Thông tin này chỉ hiện trên màn hình. Bây giờ ông/bà nhấc thẻ ra được rồi.</source>
        <translation>This is only shown on the screen. You can take the card off now.</translation>
    </message>
</context>
<context>
    <name>PhoneFiling</name>
    <message>
        <source>Nộp qua mạng bằng điện thoại</source>
        <translation>File online with a phone</translation>
    </message>
    <message>
        <source>Nộp bằng điện thoại: quét mã này.</source>
        <translation>File by phone: scan this code.</translation>
    </message>
</context>
<context>
    <name>PortalScreen</name>
    <message>
        <source>Đang nộp qua mạng…</source>
        <translation>Filing online…</translation>
    </message>
    <message>
        <source>Hồ sơ đã nộp qua mạng</source>
        <translation>Filed online</translation>
    </message>
    <message>
        <source>Hồ sơ mới lưu nháp, chưa nộp</source>
        <translation>Saved as a draft, not filed yet</translation>
    </message>
    <message>
        <source>Hồ sơ chưa nộp</source>
        <translation>Not filed yet</translation>
    </message>
    <message>
        <source>Đang mở trang chính thức…</source>
        <translation>Opening the official page…</translation>
    </message>
    <message>
        <source>Xem việc cần làm tiếp</source>
        <translation>See what to do next</translation>
    </message>
    <message>
        <source>Mở lại trang chính thức</source>
        <translation>Open the page again</translation>
    </message>
    <message>
        <source>Nộp qua mạng</source>
        <translation>File online</translation>
    </message>
    <message>
        <source>Trang chính thức mở ra trên màn hình này, có hướng dẫn bên cạnh.</source>
        <translation>The official page opens on this screen, with guidance beside it.</translation>
    </message>
    <message>
        <source>Ông/bà tự đăng nhập bằng VNeID. Máy điền giúp khi ông/bà cho phép.</source>
        <translation>You sign in with VNeID yourself. The kiosk fills in what it knows when you allow it.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại rồi tự bấm nộp. Máy giữ mã hồ sơ để in ra.</source>
        <translation>You check it and press submit yourself. The kiosk keeps the dossier code for printing.</translation>
    </message>
    <message>
        <source>Đóng trang chính thức</source>
        <translation>Close the official page</translation>
    </message>
    <message>
        <source>Bản nháp nằm trong tài khoản của ông/bà trên Cổng. Mở lại để nộp, hoặc về nhà nộp tiếp.</source>
        <translation>The draft is kept in your account on the portal. Open it again to file it, or finish at home.</translation>
    </message>
    <message>
        <source>Những gì ông/bà đã khai trên máy này vẫn còn. Trang chính thức đã đóng và quên hết.</source>
        <translation>What you entered on this kiosk is still here. The official page is closed and has forgotten everything.</translation>
    </message>
    <message>
        <source>In tờ khai để nộp tại quầy</source>
        <translation>Print the form for the desk</translation>
    </message>
    <message>
        <source>In giấy hướng dẫn</source>
        <translation>Print the leaflet</translation>
    </message>
    <message>
        <source>Nộp bằng điện thoại của tôi</source>
        <translation>File with my own phone</translation>
    </message>
    <message>
        <source>Cho nhân viên: %1</source>
        <translation>For the staff: %1</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>Tờ A4</source>
        <translation>A4 sheet</translation>
    </message>
    <message>
        <source>Tờ nhỏ A5</source>
        <translation>Small A5 sheet</translation>
    </message>
    <message>
        <source>Chữ to, tờ A4</source>
        <translation>Large print, A4 sheet</translation>
    </message>
    <message>
        <source>Máy đang soạn giấy…</source>
        <translation>The papers are being prepared…</translation>
    </message>
    <message>
        <source>Ông/bà ký tờ này</source>
        <translation>You sign this sheet</translation>
    </message>
    <message>
        <source>Giấy hướng dẫn in thế nào?</source>
        <translation>How should the leaflet be printed?</translation>
    </message>
</context>
<context>
    <name>PrintProgress</name>
    <message>
        <source>đang soạn</source>
        <translation>being prepared</translation>
    </message>
    <message>
        <source>đã in xong</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>đang in</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>chờ máy in xong việc trước</source>
        <translation>waiting for the job before</translation>
    </message>
    <message>
        <source>không in được</source>
        <translation>could not be printed</translation>
    </message>
    <message>
        <source>đang chờ máy in</source>
        <translation>waiting for the printer</translation>
    </message>
    <message>
        <source>Không chờ giấy, xem việc tiếp theo</source>
        <translation>See what to do next without paper</translation>
    </message>
    <message>
        <source>Trang đầu: %1</source>
        <translation>First page: %1</translation>
    </message>
    <message>
        <source>In lại %1</source>
        <translation>Print %1 again</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Cho nhân viên: %1</source>
        <translation>For staff: %1</translation>
    </message>
</context>
<context>
    <name>PrintScreen</name>
    <message>
        <source>Tờ khai</source>
        <translation>Declaration</translation>
    </message>
    <message>
        <source>Giấy hướng dẫn</source>
        <translation>Leaflet</translation>
    </message>
    <message>
        <source>Phiếu chuyển quầy</source>
        <translation>Hand-over slip</translation>
    </message>
    <message>
        <source>Bản quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Giấy báo đã đọc</source>
        <translation>Receipt of what was read</translation>
    </message>
    <message>
        <source>Ông/bà xem giấy trước khi in</source>
        <translation>Look at the papers before printing</translation>
    </message>
    <message>
        <source>In xong. Ông/bà lấy giấy ở khay máy in.</source>
        <translation>Printed. Take the papers from the tray.</translation>
    </message>
    <message>
        <source>Chưa in được</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Máy in cần người giúp</source>
        <translation>The printer needs help</translation>
    </message>
    <message>
        <source>Đang in. Ông/bà chờ một chút.</source>
        <translation>Printing. One moment, please.</translation>
    </message>
    <message>
        <source>Bắt đầu in</source>
        <translation>Start printing</translation>
    </message>
    <message>
        <source>Xem việc cần làm tiếp</source>
        <translation>See what to do next</translation>
    </message>
    <message>
        <source>Tôi đã nhận đủ giấy</source>
        <translation>I have all my papers</translation>
    </message>
    <message>
        <source>In giấy</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ProblemsScreen</name>
    <message>
        <source>Tờ khai chưa xong</source>
        <translation>The declaration is not finished</translation>
    </message>
    <message>
        <source>Sửa chỗ đầu tiên</source>
        <translation>Correct the first one</translation>
    </message>
</context>
<context>
    <name>ProcedureActions</name>
    <message>
        <source>Nộp qua mạng ở đây</source>
        <translation>File online here</translation>
    </message>
    <message>
        <source>Điền tờ khai</source>
        <translation>Fill in the form</translation>
    </message>
    <message>
        <source>In giấy hướng dẫn</source>
        <translation>Print the leaflet</translation>
    </message>
    <message>
        <source>Quét giấy tờ</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>Hướng dẫn từng bước</source>
        <translation>Guide step by step</translation>
    </message>
</context>
<context>
    <name>ProcedureFacts</name>
    <message>
        <source>Nộp được qua mạng, ngay tại máy này hoặc tại nhà.</source>
        <translation>Can be filed online, at this kiosk or at home.</translation>
    </message>
    <message>
        <source>Nộp được qua mạng, tại nhà.</source>
        <translation>You can file online, from home.</translation>
    </message>
    <message>
        <source>Qua mạng: %1</source>
        <translation>Online: %1</translation>
    </message>
    <message>
        <source>Tại quầy: %1</source>
        <translation>At the desk: %1</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Thời gian giải quyết</source>
        <translation>Time it takes</translation>
    </message>
    <message>
        <source>Nơi nộp</source>
        <translation>Where to file</translation>
    </message>
    <message>
        <source>Cất phần miễn, giảm phí</source>
        <translation>Hide who pays less</translation>
    </message>
    <message>
        <source>Ai được miễn, giảm phí?</source>
        <translation>Who pays less or nothing?</translation>
    </message>
    <message>
        <source>Cách để được 0 đồng</source>
        <translation>How to pay 0 đồng</translation>
    </message>
</context>
<context>
    <name>ProcedurePapers</name>
    <message>
        <source>Trường hợp của ông/bà</source>
        <translation>Your case</translation>
    </message>
    <message>
        <source>Giấy tờ cần có: chạm vào thứ ông/bà có</source>
        <translation>Papers you need: touch the ones you have</translation>
    </message>
    <message>
        <source>%1 (khi cần)</source>
        <translation>%1 (if needed)</translation>
    </message>
</context>
<context>
    <name>ProcedureRest</name>
    <message>
        <source>Ai làm được</source>
        <translation>Who can do it</translation>
    </message>
    <message>
        <source>Hay bị trả hồ sơ vì</source>
        <translation>Files are often returned because</translation>
    </message>
    <message>
        <source>Tên chính thức: %1. Mã thủ tục: %2.</source>
        <translation>Official name: %1. Procedure code: %2.</translation>
    </message>
    <message>
        <source>Tên chính thức: %1.</source>
        <translation>Official name: %1.</translation>
    </message>
</context>
<context>
    <name>ProcedureScreen</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Chưa xác minh, hỏi cán bộ: %1.</source>
        <translation>Not confirmed, please ask the staff: %1.</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Giữ dòng này</source>
        <translation>Keep this line</translation>
    </message>
    <message>
        <source>Đúng, sửa giúp tôi</source>
        <translation>Yes, correct it</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Keep it as it is</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Bỏ qua, tiếp tục</source>
        <translation>Skip and continue</translation>
    </message>
</context>
<context>
    <name>ReadingScreen</name>
    <message>
        <source>Đang đọc thẻ. Ông/bà chưa nhấc thẻ.</source>
        <translation>Reading. Please do not lift the card.</translation>
    </message>
    <message>
        <source>Đặt thẻ lên máy đọc và giữ yên</source>
        <translation>Put the card on the reader and keep it still</translation>
    </message>
    <message>
        <source>Đọc thẻ căn cước</source>
        <translation>Reading the identity card</translation>
    </message>
    <message>
        <source>Gặp thẻ</source>
        <translation>Find the card</translation>
    </message>
    <message>
        <source>Mở chip</source>
        <translation>Open the chip</translation>
    </message>
    <message>
        <source>Đọc chữ</source>
        <translation>Read the text</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
    <message numerus="yes">
        <source>Thường mất khoảng %n giây.</source>
        <translation>
            <numerusform>It usually takes about %n second.</numerusform>
            <numerusform>It usually takes about %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thường mất vài giây.</source>
        <translation>It usually takes a few seconds.</translation>
    </message>
    <message>
        <source>Tôi tự nhập</source>
        <translation>Type it myself</translation>
    </message>
</context>
<context>
    <name>RowsAnswer</name>
    <message>
        <source>Thêm dòng</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation>Discard this line</translation>
    </message>
</context>
<context>
    <name>ScanFiles</name>
    <message>
        <source>Đang gộp trang thành tệp PDF.</source>
        <translation>Making PDF files of the pages.</translation>
    </message>
    <message>
        <source>Đang chép. Ông/bà chưa rút USB.</source>
        <translation>Copying. Do not pull the stick out yet.</translation>
    </message>
    <message>
        <source>Ông/bà rút USB ra. Máy xóa bản quét khi kết thúc.</source>
        <translation>Pull the stick out. The scans are wiped when you finish.</translation>
    </message>
    <message>
        <source>Ông/bà cắm USB của mình vào máy, rồi bấm Chép vào USB.</source>
        <translation>Plug in your own USB stick, then press Copy to the USB stick.</translation>
    </message>
    <message>
        <source>%1 trang, %2 kB. %3.</source>
        <translation>%1 pages, %2 kB. %3.</translation>
    </message>
    <message>
        <source>Quá lớn so với Cổng. Ông/bà để lại %1 trang, tách phần còn lại.</source>
        <translation>Too large for the portal. Keep %1 pages and split the rest.</translation>
    </message>
    <message>
        <source>In ra giấy</source>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>Xem danh sách</source>
        <translation>See the list</translation>
    </message>
</context>
<context>
    <name>ScanList</name>
    <message>
        <source>Ông/bà chạm vào từng giấy để quét. Máy không giữ lại bản nào.</source>
        <translation>Touch each paper to scan it. Nothing is kept here.</translation>
    </message>
    <message numerus="yes">
        <source>%n trang chưa rõ</source>
        <translation>
            <numerusform>%n page not clear</numerusform>
            <numerusform>%n pages not clear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>khi cần, chưa quét</source>
        <translation>if needed, not scanned</translation>
    </message>
    <message>
        <source>chưa quét</source>
        <translation>not scanned</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau khi cắt thẳng</source>
        <translation>Cut and straightened</translation>
    </message>
    <message>
        <source>%1: trang %2</source>
        <translation>%1: page %2</translation>
    </message>
    <message>
        <source>Đặt giấy lên kính, mặt có chữ úp xuống, rồi đậy nắp.</source>
        <translation>Lay the paper on the glass, written side down, and close the lid.</translation>
    </message>
    <message>
        <source>Ông/bà giữ trang này như vậy.</source>
        <translation>You keep this page as it is.</translation>
    </message>
    <message>
        <source>Chữ đọc được, đủ bốn góc.</source>
        <translation>The text can be read, all four corners are there.</translation>
    </message>
    <message>
        <source>Trang %1: rõ</source>
        <translation>Page %1: clear</translation>
    </message>
    <message>
        <source>Trang %1: chưa rõ</source>
        <translation>Page %1: not clear</translation>
    </message>
    <message>
        <source>Quét thêm trang</source>
        <translation>Scan another page</translation>
    </message>
    <message>
        <source>Quét cả tập ở khay</source>
        <translation>Scan all in the feeder</translation>
    </message>
    <message>
        <source>Quét lại trang</source>
        <translation>Scan this page again</translation>
    </message>
    <message>
        <source>Giữ trang này</source>
        <translation>Keep this page</translation>
    </message>
    <message>
        <source>Xoay trang</source>
        <translation>Turn the page</translation>
    </message>
    <message>
        <source>Lấy nguyên mặt kính</source>
        <translation>Keep it uncut</translation>
    </message>
    <message>
        <source>Bỏ trang này</source>
        <translation>Remove this page</translation>
    </message>
    <message>
        <source>Xem trang trước</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Xem trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Đưa lên trước</source>
        <translation>Move to the front</translation>
    </message>
    <message>
        <source>Đưa xuống sau</source>
        <translation>Move to the back</translation>
    </message>
    <message>
        <source>Xem danh sách</source>
        <translation>See the list</translation>
    </message>
</context>
<context>
    <name>ScanScreen</name>
    <message>
        <source>Máy quét chưa dùng được</source>
        <translation>The scanner cannot be used now</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n giấy chưa quét</source>
        <translation>
            <numerusform>%n paper is still to be scanned</numerusform>
            <numerusform>%n papers are still to be scanned</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã quét đủ giấy</source>
        <translation>All papers are scanned</translation>
    </message>
    <message>
        <source>Đang quét, ông/bà chờ một chút</source>
        <translation>Scanning, please wait a moment</translation>
    </message>
    <message>
        <source>Đã chép vào USB của ông/bà</source>
        <translation>Copied to your USB stick</translation>
    </message>
    <message>
        <source>Ông/bà mang bản quét về</source>
        <translation>Take the scans with you</translation>
    </message>
    <message>
        <source>Lấy bản quét</source>
        <translation>Get the scans</translation>
    </message>
    <message>
        <source>Quét trang này</source>
        <translation>Scan this page</translation>
    </message>
    <message>
        <source>Xong giấy này</source>
        <translation>Done with this paper</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Chép vào USB</source>
        <translation>Copy to the USB stick</translation>
    </message>
    <message>
        <source>Quét giấy tờ</source>
        <translation>Scan papers</translation>
    </message>
</context>
<context>
    <name>ScanTrouble</name>
    <message>
        <source>Ông/bà mang giấy tờ ra quầy, hoặc chụp bằng điện thoại.</source>
        <translation>Take your papers to the desk, or photograph them with your phone.</translation>
    </message>
    <message>
        <source>Máy quét chưa dùng được</source>
        <translation>The scanner cannot be used now</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Tìm việc</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Ông/bà cần làm việc gì?</source>
        <translation>What do you need to do?</translation>
    </message>
    <message>
        <source>Gõ vài chữ, không cần dấu. Ví dụ: tam tru, quen mat khau VNeID, mau CT01.</source>
        <translation>Type a few letters, without accents. For example: tam tru, quen mat khau VNeID, mau CT01.</translation>
    </message>
    <message>
        <source>Nhờ tìm giúp</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <source>Không thấy việc này. Ông/bà thử chữ khác hoặc gọi người hỗ trợ.</source>
        <translation>Not found. Try other words or call a helper.</translation>
    </message>
</context>
<context>
    <name>SpellingOffer</name>
    <message>
        <source>Giữ nguyên</source>
        <translation>Keep it as it is</translation>
    </message>
    <message>
        <source>Ông/bà đang viết “%1”. Viết đúng rồi thì bấm Giữ nguyên.</source>
        <translation>You wrote “%1”. If that is right, press Keep it as it is.</translation>
    </message>
    <message>
        <source>Viết đúng rồi thì ông/bà bấm Giữ nguyên.</source>
        <translation>If it is right, press Keep it as it is.</translation>
    </message>
    <message>
        <source>Ý ông/bà là “%1”?</source>
        <translation>Did you mean “%1”?</translation>
    </message>
    <message>
        <source>Ông/bà xem lại chữ “%1”</source>
        <translation>Please check “%1”</translation>
    </message>
</context>
<context>
    <name>ValueLine</name>
    <message>
        <source>(để trống)</source>
        <translation>(left empty)</translation>
    </message>
    <message>
        <source>Sửa %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
</context>
</TS>
