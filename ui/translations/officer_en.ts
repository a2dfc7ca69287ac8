<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>OfficerCardDesk</name>
    <message>
        <source>Nhập 6 số cuối của số thẻ, hoặc quét mã QR trên thẻ.</source>
        <translation>Enter the last 6 digits of the card's number, or scan the card's QR code.</translation>
    </message>
    <message>
        <source>Máy chưa hiểu mã này. Nhập 6 số cuối.</source>
        <translation>This code was not understood. Enter the last 6 digits.</translation>
    </message>
    <message>
        <source>Đang đọc, chưa nhấc thẻ.</source>
        <translation>Reading; leave the card in place.</translation>
    </message>
    <message>
        <source>Đặt thẻ lên máy đọc.</source>
        <translation>Lay the card on the reader.</translation>
    </message>
    <message>
        <source>Nhập lại số</source>
        <translation>Enter the digits again</translation>
    </message>
    <message>
        <source>6 số cuối</source>
        <translation>Last 6 digits</translation>
    </message>
    <message numerus="yes">
        <source>Số chưa đúng. Còn %n lần thử.</source>
        <translation>
            <numerusform>Not the right digits. %n try left.</numerusform>
            <numerusform>Not the right digits. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hết lượt thử với thẻ này. Xem giấy tờ khác.</source>
        <translation>No tries left with this card. Look at another paper.</translation>
    </message>
</context>
<context>
    <name>OfficerCheckedCard</name>
    <message>
        <source>Thẻ còn hạn đến %1</source>
        <translation>The card is valid until %1</translation>
    </message>
    <message>
        <source>Thẻ hết hạn từ %1</source>
        <translation>The card expired on %1</translation>
    </message>
    <message>
        <source>Thẻ không thời hạn</source>
        <translation>The card has no expiry</translation>
    </message>
    <message>
        <source>Không rõ hạn của thẻ</source>
        <translation>The expiry is not known</translation>
    </message>
    <message>
        <source>Ảnh trong chip của thẻ</source>
        <translation>Photo in the card's chip</translation>
    </message>
    <message>
        <source>Chip không có ảnh. Nhìn ảnh in trên thẻ.</source>
        <translation>No photo in the chip. Look at the one printed on the card.</translation>
    </message>
    <message>
        <source>Có đúng người này không?</source>
        <translation>Is this the person?</translation>
    </message>
    <message>
        <source>Sinh ngày %1</source>
        <translation>Born on %1</translation>
    </message>
    <message>
        <source>Số %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Cán bộ so bằng mắt. Máy không nhận dạng khuôn mặt.</source>
        <translation>Compare with your own eyes. This computer recognises no faces.</translation>
    </message>
    <message>
        <source>Đúng người</source>
        <translation>The right person</translation>
    </message>
    <message>
        <source>Không đúng người</source>
        <translation>Not the person</translation>
    </message>
    <message>
        <source>Chưa chắc</source>
        <translation>Not sure</translation>
    </message>
</context>
<context>
    <name>OfficerGuestForm</name>
    <message>
        <source>Về chính tấm thẻ</source>
        <translation>About the card itself</translation>
    </message>
    <message>
        <source>Đi cùng ai?</source>
        <translation>With whom?</translation>
    </message>
    <message>
        <source>Cùng %1</source>
        <translation>With %1</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Ghi, và thêm trẻ đi cùng</source>
        <translation>Write down, and add a child</translation>
    </message>
    <message>
        <source>Để sau, về danh sách</source>
        <translation>Later, back to the list</translation>
    </message>
    <message>
        <source>Bỏ khách này khỏi danh sách</source>
        <translation>Take this guest off the list</translation>
    </message>
    <message>
        <source>Thôi, không ghi khách này</source>
        <translation>Do not write this guest down</translation>
    </message>
</context>
<context>
    <name>OfficerGuestRows</name>
    <message>
        <source>Chưa có khách nào.</source>
        <translation>No guest yet.</translation>
    </message>
    <message>
        <source>%1 khách còn thiếu thông tin. Bấm vào từng khách để điền cho đủ, rồi mới in và chép được.</source>
        <translation>Something is missing for %1 of the guests. Press each of them to complete it; then the list can be printed and copied.</translation>
    </message>
    <message>
        <source>Rút USB được rồi. Trong đó có tệp %1.</source>
        <translation>You may pull the stick out. The file %1 is on it.</translation>
    </message>
    <message>
        <source>Mã hồ sơ: %1. Cán bộ ghi lại mã này.</source>
        <translation>File number: %1. Write it down.</translation>
    </message>
    <message>
        <source>Trang chính thức đã nhận danh sách</source>
        <translation>The official page has taken the list</translation>
    </message>
    <message>
        <source>Trang chính thức đang mở</source>
        <translation>The official page is open</translation>
    </message>
    <message>
        <source>Cán bộ đăng nhập, bấm thêm người, rồi “Điền giúp tôi” cho từng khách. Lưu và nộp thì cán bộ tự bấm.</source>
        <translation>Sign in, add each guest there, then “Fill in for me”. Saving and submitting are yours.</translation>
    </message>
    <message>
        <source>Đóng trang chính thức</source>
        <translation>Close the official page</translation>
    </message>
    <message>
        <source>Bỏ danh sách này?</source>
        <translation>Drop this list?</translation>
    </message>
    <message>
        <source>Danh sách chưa in, cũng chưa chép vào USB. Bỏ thì máy xóa hết.</source>
        <translation>It was neither printed nor copied to the stick. If you drop it, all of it is erased.</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Bỏ và xóa</source>
        <translation>Drop and erase</translation>
    </message>
    <message>
        <source>Tên nơi lưu trú</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>Gõ khách không có thẻ</source>
        <translation>Type a guest without a card</translation>
    </message>
    <message>
        <source>In danh sách</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>Chép vào USB</source>
        <translation>Copy to the stick</translation>
    </message>
    <message>
        <source>Chép vào USB, có mật khẩu</source>
        <translation>Copy to the stick with a passphrase</translation>
    </message>
    <message>
        <source>Khai trên trang của Công an</source>
        <translation>Declare on the police’s page</translation>
    </message>
    <message>
        <source>Danh sách mới</source>
        <translation>New list</translation>
    </message>
</context>
<context>
    <name>OfficerIdentityScreen</name>
    <message>
        <source>Thẻ của người tiếp theo</source>
        <translation>The next person's card</translation>
    </message>
    <message>
        <source>Thẻ của người cần đối chiếu</source>
        <translation>The card of the person to check</translation>
    </message>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read the card</translation>
    </message>
    <message>
        <source>Xong, đối chiếu người khác</source>
        <translation>Done, check others</translation>
    </message>
    <message>
        <source>Cán bộ · Đối chiếu người</source>
        <translation>Officer · Identity check</translation>
    </message>
    <message>
        <source>Thôi, không thêm người</source>
        <translation>Add nobody after all</translation>
    </message>
    <message>
        <source>Không đúng người: làm gì tiếp</source>
        <translation>Not the person: what to do next</translation>
    </message>
    <message>
        <source>Thêm người thứ hai</source>
        <translation>Add a second person</translation>
    </message>
    <message>
        <source>Ẩn số thẻ</source>
        <translation>Hide the numbers</translation>
    </message>
    <message>
        <source>Hiện số thẻ</source>
        <translation>Show the numbers</translation>
    </message>
    <message>
        <source>In phiếu kết quả</source>
        <translation>Print the slip</translation>
    </message>
</context>
<context>
    <name>OfficerLodgingScreen</name>
    <message>
        <source>Thẻ của khách tiếp theo</source>
        <translation>The next guest’s card</translation>
    </message>
    <message>
        <source>Khách: %1</source>
        <translation>Guest: %1</translation>
    </message>
    <message>
        <source>Khách mới</source>
        <translation>New guest</translation>
    </message>
    <message>
        <source>Mật khẩu của tệp</source>
        <translation>Passphrase of the file</translation>
    </message>
    <message>
        <source>Danh sách lưu trú: %1 khách</source>
        <translation>Overnight guests: %1</translation>
    </message>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read the card</translation>
    </message>
    <message>
        <source>Ghi khách này</source>
        <translation>Write this guest down</translation>
    </message>
    <message>
        <source>Chép vào USB</source>
        <translation>Copy to the stick</translation>
    </message>
    <message>
        <source>Đọc thẻ khách</source>
        <translation>Read a guest’s card</translation>
    </message>
    <message>
        <source>Cán bộ · Danh sách lưu trú</source>
        <translation>Officer · overnight guests</translation>
    </message>
    <message>
        <source>Thôi, về danh sách</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>OfficerPassphrase</name>
    <message>
        <source>Ghi mật khẩu ra giấy trước khi chép. Máy không giữ mật khẩu; quên thì không ai mở được tệp.</source>
        <translation>Write the passphrase down before copying. It is not kept here; if it is forgotten, nobody can open the file.</translation>
    </message>
    <message>
        <source>Máy đã đặt sẵn. Cán bộ có thể gõ mật khẩu khác, ít nhất 12 ký tự, chữ không dấu.</source>
        <translation>Made for this file. You may type another: at least 12 characters, letters without marks.</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Tệp nén .zip, mã hóa AES-256. Mở bằng 7-Zip hoặc WinRAR, không mở được bằng thư mục của Windows.</source>
        <translation>A .zip closed with AES-256. 7-Zip and WinRAR open it; the folders of Windows do not.</translation>
    </message>
    <message>
        <source>Thôi, về danh sách</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>OfficerRegisterIndex</name>
    <message>
        <source>Xem lại trước khi ghi</source>
        <translation>Look again before writing</translation>
    </message>
    <message>
        <source>Nhìn lại sổ, chạm vào lần đúng; cả hai sai thì nhập lại ô.</source>
        <translation>Look at the book and touch the right one; if both are wrong, type the field again.</translation>
    </message>
    <message>
        <source>Chạm vào một ô để nhập lại.</source>
        <translation>Touch a field to type it again.</translation>
    </message>
    <message>
        <source>Lần đầu</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>Lần hai</source>
        <translation>Second time</translation>
    </message>
    <message>
        <source>Nhập lại ô này</source>
        <translation>Type this field again</translation>
    </message>
    <message>
        <source>Xem lại các ô</source>
        <translation>Back to the fields</translation>
    </message>
</context>
<context>
    <name>OfficerRegisterPage</name>
    <message>
        <source>Trang sổ %1 trên %2</source>
        <translation>Page of the register, %1 of %2</translation>
    </message>
    <message>
        <source>Danh sách bên cạnh chưa ghi được. Mở chỗ trên USB hoặc cắm USB khác, rồi ghi lại.</source>
        <translation>The list beside it is not written yet. Make room on the stick or plug in another, then write it again.</translation>
    </message>
    <message>
        <source>Danh sách: %1</source>
        <translation>List: %1</translation>
    </message>
    <message>
        <source>Đã ghi %1</source>
        <translation>Written: %1</translation>
    </message>
    <message>
        <source>Rút USB được rồi.</source>
        <translation>You may pull the stick out.</translation>
    </message>
    <message>
        <source>Mở sổ đúng trang, úp lên kính, giữ gáy sổ cho phẳng. Máy ghi từng trang vào USB của cán bộ, không giữ lại gì.</source>
        <translation>Open the book at the page, lay it face down on the glass and hold the spine flat. Each page goes to your own stick; nothing stays here.</translation>
    </message>
    <message numerus="yes">
        <source>Buổi này đã ghi %n việc.</source>
        <translation>
            <numerusform>%n record written in this sitting.</numerusform>
            <numerusform>%n records written in this sitting.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cán bộ giữ trang này như vậy.</source>
        <translation>You keep this page as it is.</translation>
    </message>
    <message>
        <source>Chữ đọc được, đủ bốn góc.</source>
        <translation>The writing can be read, all four corners are there.</translation>
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
        <source>Còn việc khác ở trang ấy</source>
        <translation>Another record on that page</translation>
    </message>
    <message>
        <source>Đổi loại sổ</source>
        <translation>Another register</translation>
    </message>
    <message>
        <source>Xong, rút USB</source>
        <translation>Done, release the stick</translation>
    </message>
    <message>
        <source>Quét lại trang</source>
        <translation>Scan this page again</translation>
    </message>
    <message>
        <source>Việc này còn trang nữa</source>
        <translation>One more page of this record</translation>
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
        <translation>Take the whole glass</translation>
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
</context>
<context>
    <name>OfficerRegistersScreen</name>
    <message>
        <source>Quét sổ nào?</source>
        <translation>Which register?</translation>
    </message>
    <message>
        <source>Đang làm, chờ một chút</source>
        <translation>At work, one moment</translation>
    </message>
    <message>
        <source>Xem trang vừa quét</source>
        <translation>Look at the page</translation>
    </message>
    <message>
        <source>Đặt trang sổ lên kính</source>
        <translation>Lay the page on the glass</translation>
    </message>
    <message>
        <source>Nhập lại lần hai: %1</source>
        <translation>Once more: %1</translation>
    </message>
    <message numerus="yes">
        <source>Hai lần nhập còn %n ô khác nhau</source>
        <translation>
            <numerusform>%n field still differs</numerusform>
            <numerusform>%n fields still differ</numerusform>
        </translation>
    </message>
    <message>
        <source>Hai lần nhập khớp nhau</source>
        <translation>Both typings agree</translation>
    </message>
    <message>
        <source>Ghi lại danh sách</source>
        <translation>Write the list again</translation>
    </message>
    <message>
        <source>Nhập chỉ mục</source>
        <translation>Type the index</translation>
    </message>
    <message>
        <source>Quét trang này</source>
        <translation>Scan this page</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Ghi vào USB</source>
        <translation>Write to the stick</translation>
    </message>
    <message>
        <source>Cán bộ · %1</source>
        <translation>Officer · %1</translation>
    </message>
    <message>
        <source>Cán bộ · Quét sổ hộ tịch</source>
        <translation>Officer · Register scans</translation>
    </message>
    <message>
        <source>Loại sổ và cách đặt tên tệp chưa xác minh, hỏi Sở Tư pháp.</source>
        <translation>Registers and names of files are not confirmed; ask the province’s Department of Justice.</translation>
    </message>
    <message>
        <source>Ô %1 trên %2 · lần hai, không xem lần đầu</source>
        <translation>Field %1 of %2 · second time, without seeing the first</translation>
    </message>
    <message>
        <source>Ô %1 trên %2 · lần đầu</source>
        <translation>Field %1 of %2 · first time</translation>
    </message>
    <message>
        <source>Ô trước</source>
        <translation>Field before</translation>
    </message>
    <message>
        <source>Xem lại trang</source>
        <translation>Back to the page</translation>
    </message>
</context>
<context>
    <name>OfficerRosterScreen</name>
    <message>
        <source>Chọn danh sách trong USB</source>
        <translation>Choose the list on the stick</translation>
    </message>
    <message>
        <source>Đang đọc danh sách</source>
        <translation>Reading the list</translation>
    </message>
    <message>
        <source>Các cột này có đúng không?</source>
        <translation>Are these columns right?</translation>
    </message>
    <message>
        <source>Đọc thẻ để đối chiếu: %1</source>
        <translation>Read cards to compare: %1</translation>
    </message>
    <message>
        <source>Xem lại USB</source>
        <translation>Look at the stick again</translation>
    </message>
    <message>
        <source>Đúng, bắt đầu đối chiếu</source>
        <translation>Right, begin comparing</translation>
    </message>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read the card</translation>
    </message>
    <message>
        <source>Cán bộ · Đối chiếu danh sách</source>
        <translation>Officer · List check</translation>
    </message>
    <message>
        <source>Đang tìm trong USB.</source>
        <translation>Looking at the stick.</translation>
    </message>
    <message>
        <source>Máy đọc danh sách trong một chương trình riêng. Tệp của cán bộ không bị đụng tới, công thức không chạy.</source>
        <translation>A separate program reads the list. Your own file is not touched, and no formula runs.</translation>
    </message>
    <message>
        <source>Chạm vào một cột để đổi nghĩa của nó.</source>
        <translation>Touch a column to change what it means.</translation>
    </message>
    <message>
        <source>Cột %1</source>
        <translation>Column %1</translation>
    </message>
    <message>
        <source>Chọn danh sách khác</source>
        <translation>Choose another list</translation>
    </message>
    <message>
        <source>Dòng %1</source>
        <translation>Row %1</translation>
    </message>
    <message>
        <source>khác ở: %1</source>
        <translation>differs in: %1</translation>
    </message>
    <message>
        <source>Không dòng nào có số, hay tên và ngày sinh này.</source>
        <translation>No row has this number, or this name and birth.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Về chính tấm thẻ</source>
        <translation>About the card itself</translation>
    </message>
    <message>
        <source>%1 người trong danh sách · đã thấy %2 · không có %3</source>
        <translation>%1 people on the list · found %2 · not on it %3</translation>
    </message>
    <message>
        <source>Rút USB được rồi. Trong đó có tệp %1.</source>
        <translation>The stick can be pulled out. It has the file %1.</translation>
    </message>
    <message>
        <source>Phông, ô gộp và các trang khác còn nguyên; công thức thành kết quả.</source>
        <translation>Fonts, merged cells and other sheets are as they were; formulas became their results.</translation>
    </message>
    <message>
        <source>Tệp này chỉ có chữ, số và ngày.</source>
        <translation>This file has texts, numbers and days only.</translation>
    </message>
    <message>
        <source>Chép kết quả vào USB</source>
        <translation>Copy the results to the stick</translation>
    </message>
    <message>
        <source>Cất danh sách này</source>
        <translation>Put this list away</translation>
    </message>
</context>
<context>
    <name>OfficerTasksScreen</name>
    <message>
        <source>Cán bộ làm việc gì?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>Cán bộ · %1</source>
        <translation>Officer · %1</translation>
    </message>
    <message>
        <source>Đọc thẻ, nhìn ảnh, trả lời có đúng người không</source>
        <translation>Read the card, look at the photo, say whether it is the person</translation>
    </message>
    <message>
        <source>Đối chiếu người với thẻ</source>
        <translation>Check a person against the card</translation>
    </message>
    <message>
        <source>Danh sách trong USB của cán bộ, từng thẻ một: khớp, khác hay không có</source>
        <translation>A list on your own stick, card by card: as on it, different, or not on it</translation>
    </message>
    <message>
        <source>Đối chiếu danh sách với thẻ</source>
        <translation>Check a list against cards</translation>
    </message>
    <message>
        <source>Quét từng trang, nhập chỉ mục hai lần, PDF/A và danh sách vào USB của cán bộ</source>
        <translation>Page by page, the index typed twice, PDF/A and a list onto your own stick</translation>
    </message>
    <message>
        <source>Quét sổ hộ tịch</source>
        <translation>Scan civil-status registers</translation>
    </message>
    <message>
        <source>Khách theo thẻ hoặc gõ tay, in ra hoặc chép vào USB</source>
        <translation>Guests by card or typed, on paper or on a stick</translation>
    </message>
    <message>
        <source>Lập danh sách lưu trú</source>
        <translation>List of overnight guests</translation>
    </message>
    <message>
        <source>Thiết bị, số đếm, bảng niêm yết</source>
        <translation>Devices, counts, posters</translation>
    </message>
    <message>
        <source>Xem trạm hôm nay</source>
        <translation>The station today</translation>
    </message>
    <message>
        <source>Máy không giữ tên, số hay ảnh của ai. Đóng phần cán bộ thì mọi thứ bị xóa.</source>
        <translation>Nobody's name, number or photo is kept. Everything is erased when you leave.</translation>
    </message>
</context>
</TS>
