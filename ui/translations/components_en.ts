<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>BottomLine</name>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Gọi người hỗ trợ</source>
        <translation>Call a helper</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>End</translation>
    </message>
</context>
<context>
    <name>CardReaderDrawing</name>
    <message>
        <source>Thẻ nằm trên đầu đọc</source>
        <translation>The card lies on the reader</translation>
    </message>
    <message>
        <source>Hình vẽ: đặt thẻ lên đầu đọc, mặt có chip úp xuống</source>
        <translation>Drawing: lay the card on the reader, chip side down</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Cỡ %1 trên 4</source>
        <translation>Size %1 of 4</translation>
    </message>
    <message>
        <source>Đổi cỡ chữ</source>
        <translation>Change the text size</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Màu sáng</source>
        <translation>Light colours</translation>
    </message>
    <message>
        <source>Màu tối</source>
        <translation>Dark colours</translation>
    </message>
    <message>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Đổi màu nền</source>
        <translation>Change the colours</translation>
    </message>
    <message>
        <source>Màu nền</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Tắt đọc thành tiếng</source>
        <translation>Turn reading aloud off</translation>
    </message>
    <message>
        <source>Bật đọc thành tiếng</source>
        <translation>Turn reading aloud on</translation>
    </message>
    <message>
        <source>Tắt đọc</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>DigitBoxes</name>
    <message>
        <source>%1: đã nhập %2 trên %3 số</source>
        <translation>%1: %2 of %3 digits entered</translation>
    </message>
    <message>
        <source>Đã nhập %1 trên %2 số</source>
        <translation>%1 of %2 digits entered</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message numerus="yes">
        <source>Còn %n chỗ cần sửa</source>
        <translation>
            <numerusform>%n answer still needs correcting</numerusform>
            <numerusform>%n answers still need correcting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBand</name>
    <message>
        <source>Lưu ý</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Được rồi</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Cẩn thận</source>
        <translation>Careful</translation>
    </message>
    <message>
        <source>Chưa được</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>NumberKeypad</name>
    <message>
        <source>Xóa một số</source>
        <translation>Delete one digit</translation>
    </message>
    <message>
        <source>Xóa hết</source>
        <translation>Clear all</translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>Xóa một chữ</source>
        <translation>Delete one letter</translation>
    </message>
    <message>
        <source>Cách</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Dấu cách</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Xóa hết</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Viết hoa</source>
        <translation>Capital letter</translation>
    </message>
    <message>
        <source>Chữ cái</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Chữ số</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Ghép vần</source>
        <translation>By sound</translation>
    </message>
    <message>
        <source>Bàn phím</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>OriginMark</name>
    <message>
        <source>từ chip</source>
        <translation>from the chip</translation>
    </message>
    <message>
        <source>tự nhập</source>
        <translation>typed</translation>
    </message>
    <message>
        <source>đã sửa</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>missing</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Bước %1 trên %2</source>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Xem phần trên</source>
        <translation>Show what is above</translation>
    </message>
    <message>
        <source>Xem tiếp</source>
        <translation>See more</translation>
    </message>
</context>
<context>
    <name>PhaseDots</name>
    <message>
        <source>Đã xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Bước %1 trên %2: %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>PhoneMock</name>
    <message>
        <source>Trên điện thoại, chạm vào: %1</source>
        <translation>On the phone, touch: %1</translation>
    </message>
</context>
<context>
    <name>QrView</name>
    <message>
        <source>Mã QR: %1</source>
        <translation>QR code: %1</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Thêm người</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Chưa có dòng nào</source>
        <translation>No lines yet</translation>
    </message>
    <message>
        <source>Sửa dòng %1</source>
        <translation>Change line %1</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Xóa dòng %1</source>
        <translation>Remove line %1</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Tìm kiếm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Xóa ô tìm kiếm</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SectionLine</name>
    <message>
        <source>Phần %1</source>
        <translation>Section %1</translation>
    </message>
</context>
<context>
    <name>SilenceDialog</name>
    <message>
        <source>Lượt này sắp hết giờ</source>
        <translation>Time for this visit is nearly over</translation>
    </message>
    <message>
        <source>Ông/bà còn ở đây không?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Xin làm nốt và in giấy. Hết giờ, máy sẽ xóa mọi thông tin của ông/bà.</source>
        <translation>Please finish and print. When time is up, all your details are erased.</translation>
    </message>
    <message>
        <source>Hết giờ, máy sẽ xóa mọi thông tin của ông/bà.</source>
        <translation>When time is up, all your details are erased.</translation>
    </message>
    <message>
        <source>Còn %1 giây</source>
        <translation>%1 seconds left</translation>
    </message>
    <message>
        <source>Tôi làm tiếp</source>
        <translation>I go on</translation>
    </message>
    <message>
        <source>Tôi còn đây</source>
        <translation>I am still here</translation>
    </message>
    <message>
        <source>Kết thúc và xóa thông tin</source>
        <translation>End and erase my details</translation>
    </message>
</context>
<context>
    <name>SoundLine</name>
    <message>
        <source>Nhanh hơn</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Chậm hơn</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>To hơn</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>Nhỏ hơn</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
</context>
<context>
    <name>SpecimenBand</name>
    <message>
        <source>THẺ MẪU: người và số liệu đều là giả</source>
        <translation>SPECIMEN: the person and all details are made up</translation>
    </message>
</context>
<context>
    <name>SyllablePicker</name>
    <message>
        <source>1. Chọn âm đầu</source>
        <translation>1. Choose the first sound</translation>
    </message>
    <message>
        <source>2. Chọn vần cho “%1”</source>
        <translation>2. Choose the rhyme for “%1”</translation>
    </message>
    <message>
        <source>3. Chọn dấu</source>
        <translation>3. Choose the tone</translation>
    </message>
    <message>
        <source>Chọn lại</source>
        <translation>Choose again</translation>
    </message>
    <message>
        <source>Bàn phím</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message>
        <source>đã chọn</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message>
        <source>Trang đầu</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>THẺ MẪU</source>
        <translation>SPECIMEN</translation>
    </message>
</context>
</TS>
