<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Chưa điền</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Đang điền</source>
        <translation>Filling in</translation>
    </message>
    <message>
        <source>Trang đã nhận</source>
        <translation>The page has it</translation>
    </message>
    <message>
        <source>Đã điền</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>Trang tự ghi</source>
        <translation>Set by the page</translation>
    </message>
    <message>
        <source>Còn trống</source>
        <translation>Still empty</translation>
    </message>
    <message>
        <source>Chưa đúng</source>
        <translation>Not right yet</translation>
    </message>
    <message>
        <source>Thiếu dòng</source>
        <translation>Row missing</translation>
    </message>
    <message>
        <source>Không có ở trang này</source>
        <translation>Not on this page</translation>
    </message>
    <message>
        <source>Ông/bà chạm nút tải tệp trên trang, rồi chọn giấy.</source>
        <translation>Touch the page's upload button, then choose the paper.</translation>
    </message>
    <message>
        <source>Trang đang ghi: %1</source>
        <translation>The page has: %1</translation>
    </message>
    <message>
        <source>Ông/bà thêm một dòng vào bảng trên trang, rồi bấm điền lại.</source>
        <translation>Add a row to the table on the page, then press fill in again.</translation>
    </message>
    <message>
        <source>Tên ô này máy chỉ đoán. Ông/bà xem kỹ.</source>
        <translation>The kiosk only guesses this field's name. Look closely.</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Sửa %1</source>
        <translation>Change %1</translation>
    </message>
</context>
<context>
    <name>FaultFront</name>
    <message>
        <source>Tải lại trang</source>
        <translation>Load the page again</translation>
    </message>
    <message>
        <source>Mở lại trang</source>
        <translation>Open the page again</translation>
    </message>
    <message>
        <source>Mở lại từ đầu</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Nếu vẫn chưa được, ông/bà bấm “Kết thúc”. Máy giữ những gì đã nhập và in ra giấy để nộp tại quầy.</source>
        <translation>If it still does not work, press “End”. The kiosk keeps what was entered and prints it to hand in at the desk.</translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Chọn giấy để gửi lên trang</source>
        <translation>Choose the paper to upload</translation>
    </message>
    <message>
        <source>Chưa có giấy nào được quét. Ông/bà bấm “Thôi”, hoặc nộp bản giấy tại quầy.</source>
        <translation>No paper has been scanned. Press “No, send nothing”, or hand in paper at the desk.</translation>
    </message>
    <message>
        <source>Trang đã nhận giấy này. Gửi nữa thì thành hai bản.</source>
        <translation>The page has this paper. Sent again, it would be there twice.</translation>
    </message>
    <message>
        <source>Có trang lớn hơn mức trang nhận. Ông/bà quét lại trang ấy, hoặc nộp bản giấy tại quầy.</source>
        <translation>One of its pages is larger than the page takes. Scan that page again, or hand in the paper at the counter.</translation>
    </message>
    <message>
        <source>Trang này không nhận loại tệp hoặc cỡ tệp này.</source>
        <translation>This page does not take this type or size of file.</translation>
    </message>
    <message>
        <source>Thôi, không gửi</source>
        <translation>No, send nothing</translation>
    </message>
</context>
<context>
    <name>FiledFront</name>
    <message>
        <source>Mã hồ sơ của ông/bà:</source>
        <translation>Your dossier code:</translation>
    </message>
    <message>
        <source>Bấm “Xong, kết thúc”. Máy đăng xuất, rồi in mã này cho ông/bà.</source>
        <translation>Press “Done, finish”. The kiosk signs out, then prints this code for you.</translation>
    </message>
</context>
<context>
    <name>GuestTurn</name>
    <message>
        <source>Khách %1 trên %2: %3</source>
        <translation>Guest %1 of %2: %3</translation>
    </message>
    <message>
        <source>Khách trước</source>
        <translation>Previous guest</translation>
    </message>
    <message>
        <source>Khách tiếp theo</source>
        <translation>Next guest</translation>
    </message>
    <message>
        <source>Bấm thêm người trên trang, rồi “Điền giúp tôi”. Lưu khách ấy xong thì sang khách tiếp theo.</source>
        <translation>Press “add” on the page, then “Fill in for me”. When that guest is saved, go on to the next.</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Ông/bà tự đăng nhập. Người hỗ trợ xin quay đi.</source>
        <translation>Please sign in by yourself. Helpers, please look away.</translation>
    </message>
    <message>
        <source>Ông/bà tự nhập mã. Không đọc mã cho ai biết.</source>
        <translation>Please enter the code yourself. Tell it to nobody.</translation>
    </message>
    <message>
        <source>Ông/bà tự đọc và tự quyết định đồng ý hay không.</source>
        <translation>Please read it and decide for yourself whether you agree.</translation>
    </message>
    <message>
        <source>Ông/bà tự thanh toán. Máy không chạm vào phần này.</source>
        <translation>Please pay by yourself. The kiosk touches nothing here.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại rồi tự bấm nộp. Máy không nộp thay.</source>
        <translation>Look it over, then press submit yourself. The kiosk never submits for you.</translation>
    </message>
    <message>
        <source>Đã nộp hồ sơ</source>
        <translation>Dossier filed</translation>
    </message>
    <message>
        <source>Ông/bà làm theo trang chính thức</source>
        <translation>Follow the official page</translation>
    </message>
    <message>
        <source>Cỡ %1 trên 3</source>
        <translation>Size %1 of 3</translation>
    </message>
    <message>
        <source>Phóng to trang</source>
        <translation>Enlarge the page</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>%1: trang chỉ nhận tệp dưới %2 MB. Ông/bà nộp bản giấy ấy tại quầy, hoặc kết thúc rồi quét lại.</source>
        <translation>%1: the page only takes files under %2 MB. Hand in that paper at the counter, or end here and scan it again.</translation>
    </message>
    <message>
        <source>Có giấy quá lớn, máy chưa gửi được</source>
        <translation>A paper is too large and cannot be sent</translation>
    </message>
    <message>
        <source>Phần này riêng của ông/bà</source>
        <translation>This part is yours alone</translation>
    </message>
    <message>
        <source>Ông/bà bấm “Điền giúp tôi”, máy điền phần đã biết. Sau đó ông/bà xem lại từng ô.</source>
        <translation>Press “Fill in for me” and the kiosk enters what it knows. Then look at each field.</translation>
    </message>
    <message>
        <source>Máy điền giúp được trang này</source>
        <translation>The kiosk can fill in this page</translation>
    </message>
    <message>
        <source>Ông/bà xem lại từng ô trên trang rồi đi tiếp.</source>
        <translation>Check each field on the page, then go on.</translation>
    </message>
    <message>
        <source>Còn %1 ô ông/bà xem lại</source>
        <translation>%1 fields left for you to check</translation>
    </message>
    <message>
        <source>Máy đã điền xong phần đã biết</source>
        <translation>What is known is filled in</translation>
    </message>
    <message>
        <source>Trang có hỏi thì ông/bà tự điền: %1</source>
        <translation>If the page asks for it, fill it in yourself: %1</translation>
    </message>
    <message>
        <source>Máy không thấy ô cho vài câu trả lời</source>
        <translation>No field was found for some answers</translation>
    </message>
    <message>
        <source>Chưa ai thấy trang này, máy đoán tên ô theo trang tương tự. Ông/bà xem kỹ từng ô.</source>
        <translation>Nobody has seen this page; the names of its fields are taken from similar ones. Check each field with care.</translation>
    </message>
    <message>
        <source>Tên ô chỉ là đoán</source>
        <translation>Field names are a guess</translation>
    </message>
</context>
<context>
    <name>LoginSymbol</name>
    <message>
        <source>Mở VNeID trên điện thoại, chọn “Quét mã QR”, rồi quét mã này.</source>
        <translation>Open VNeID on your phone, choose “Scan QR”, and scan this code.</translation>
    </message>
    <message>
        <source>đăng nhập bằng VNeID</source>
        <translation>sign in with VNeID</translation>
    </message>
    <message>
        <source>Lấy mã mới</source>
        <translation>Get a new code</translation>
    </message>
    <message>
        <source>Ông/bà bấm “Lấy mã mới”, rồi quét lại.</source>
        <translation>Press “Get a new code”, then scan again.</translation>
    </message>
    <message>
        <source>Mã đăng nhập đã hết hạn</source>
        <translation>The sign-in code has expired</translation>
    </message>
</context>
<context>
    <name>PageQuestion</name>
    <message>
        <source>Ở lại làm tiếp</source>
        <translation>Stay and go on</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Không đồng ý</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Máy đăng xuất và đóng trang. Phần chưa lưu trên trang sẽ mất.</source>
        <translation>The kiosk signs out and closes the page. What the page has not saved is lost.</translation>
    </message>
    <message>
        <source>Ông/bà muốn kết thúc?</source>
        <translation>Do you want to end?</translation>
    </message>
    <message>
        <source>Trang chính thức báo:</source>
        <translation>The official page says:</translation>
    </message>
    <message>
        <source>Trang chính thức hỏi:</source>
        <translation>The official page asks:</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>PortalFrame</name>
    <message>
        <source>Xong, kết thúc</source>
        <translation>Done, finish</translation>
    </message>
    <message>
        <source>Đóng cửa sổ thanh toán</source>
        <translation>Close the payment window</translation>
    </message>
    <message>
        <source>Đang điền %1/%2…</source>
        <translation>Filling in %1/%2…</translation>
    </message>
    <message>
        <source>Điền lại giúp tôi</source>
        <translation>Fill in again for me</translation>
    </message>
    <message>
        <source>Điền giúp tôi</source>
        <translation>Fill in for me</translation>
    </message>
    <message>
        <source>Trang chính thức: %1</source>
        <translation>Official page: %1</translation>
    </message>
    <message>
        <source>Trang chính thức</source>
        <translation>Official page</translation>
    </message>
    <message>
        <source>Đang tải %1 %</source>
        <translation>Loading %1 %</translation>
    </message>
    <message>
        <source>Đang đăng xuất khỏi trang chính thức…</source>
        <translation>Signing out of the official page…</translation>
    </message>
    <message>
        <source>Đang mở trang chính thức…</source>
        <translation>Opening the official page…</translation>
    </message>
    <message>
        <source>Hết giờ, máy đăng xuất và đóng trang. Phần chưa lưu trên trang sẽ mất.</source>
        <translation>When time is up, the kiosk signs out and closes the page. What the page has not saved is lost.</translation>
    </message>
</context>
<context>
    <name>PortalWindow</name>
    <message>
        <source>Nộp hồ sơ qua mạng</source>
        <translation>File online</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Chọn một dòng</source>
        <translation>Choose a row</translation>
    </message>
    <message>
        <source>Thôi, không đổi</source>
        <translation>No, leave it</translation>
    </message>
</context>
<context>
    <name>ValueByHand</name>
    <message>
        <source>Trang này máy chưa biết. Ông/bà chạm vào ô trên trang rồi gõ theo dòng dưới đây.</source>
        <translation>The kiosk does not know this page. Touch a field on it and type the line below.</translation>
    </message>
    <message>
        <source>Dòng trước</source>
        <translation>Line before</translation>
    </message>
    <message>
        <source>Dòng tiếp theo</source>
        <translation>Next line</translation>
    </message>
    <message>
        <source>Sau đó:</source>
        <translation>Then:</translation>
    </message>
</context>
</TS>
