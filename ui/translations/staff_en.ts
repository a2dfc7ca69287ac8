<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>SetupAcceptanceScreen</name>
    <message>
        <source>Chưa kiểm tra được trạm</source>
        <translation>The station could not be examined</translation>
    </message>
    <message>
        <source>Đang kiểm tra cả trạm</source>
        <translation>Examining the whole station</translation>
    </message>
    <message>
        <source>Trạm sẵn sàng phục vụ</source>
        <translation>The station is ready to serve</translation>
    </message>
    <message>
        <source>Còn thiết bị hỏng</source>
        <translation>Something is still broken</translation>
    </message>
    <message>
        <source>Trạm dùng được, còn việc cần xem</source>
        <translation>The station works, some things need attention</translation>
    </message>
    <message>
        <source>Xong cài đặt</source>
        <translation>Finish the set-up</translation>
    </message>
    <message>
        <source>Mở lại chương trình</source>
        <translation>Restart the program</translation>
    </message>
    <message>
        <source>Thiết lập mới có hiệu lực khi mở lại chương trình.</source>
        <translation>New settings hold once the program is restarted.</translation>
    </message>
    <message>
        <source>Bấm Kiểm tra lại. Vẫn lỗi thì tắt rồi bật lại máy tính.</source>
        <translation>Press Check again. If it fails again, switch the PC off and on.</translation>
    </message>
    <message>
        <source>Mất tối đa 20 giây.</source>
        <translation>This takes up to 20 seconds.</translation>
    </message>
    <message>
        <source>In phiếu, ký tên, dán cạnh trạm.</source>
        <translation>Print the sheet, sign it, put it up beside the station.</translation>
    </message>
    <message>
        <source>In phiếu nghiệm thu</source>
        <translation>Print the acceptance sheet</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation>Check again</translation>
    </message>
</context>
<context>
    <name>SetupCardTestScreen</name>
    <message>
        <source>Dịch vụ thẻ</source>
        <translation>Card service</translation>
    </message>
    <message>
        <source>Trình điều khiển</source>
        <translation>Driver</translation>
    </message>
    <message>
        <source>Máy đọc thẻ</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>Thẻ trên máy đọc</source>
        <translation>Card on the reader</translation>
    </message>
    <message>
        <source>Ứng dụng căn cước</source>
        <translation>Identity application</translation>
    </message>
    <message>
        <source>Mở thẻ bằng 6 số</source>
        <translation>Opening with 6 digits</translation>
    </message>
    <message>
        <source>Dữ liệu trong chip</source>
        <translation>Data in the chip</translation>
    </message>
    <message>
        <source>: được</source>
        <translation>: works</translation>
    </message>
    <message>
        <source>: hỏng ở đây</source>
        <translation>: broken here</translation>
    </message>
    <message>
        <source>: chưa thử</source>
        <translation>: not tried</translation>
    </message>
    <message>
        <source>Đang đọc, chưa nhấc thẻ</source>
        <translation>Reading, do not lift the card</translation>
    </message>
    <message>
        <source>Đọc thẻ tốt</source>
        <translation>The card is read well</translation>
    </message>
    <message>
        <source>Máy đọc thấy thẻ</source>
        <translation>The reader sees the card</translation>
    </message>
    <message>
        <source>Đặt thẻ thử lên máy đọc</source>
        <translation>Lay a test card on the reader</translation>
    </message>
    <message>
        <source>Nhập 6 số cuối của thẻ thử để đọc đến dữ liệu. Không nhập thì chỉ thử máy đọc.</source>
        <translation>Enter the test card's last 6 digits to read its data. Without them only the reader is tried.</translation>
    </message>
    <message>
        <source>6 số cuối</source>
        <translation>Last 6 digits</translation>
    </message>
    <message>
        <source>Đọc thử lại</source>
        <translation>Try to read again</translation>
    </message>
    <message>
        <source>Đọc thử</source>
        <translation>Try to read</translation>
    </message>
</context>
<context>
    <name>SetupCommuneScreen</name>
    <message>
        <source>Lưu và làm tiếp</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Giữ nguyên, làm tiếp</source>
        <translation>Keep it and go on</translation>
    </message>
    <message>
        <source>Đang đặt: %1</source>
        <translation>Set now: %1</translation>
    </message>
    <message>
        <source>Tìm xã, phường</source>
        <translation>Find the commune or ward</translation>
    </message>
    <message>
        <source>Gõ vài chữ của tên xã, phường</source>
        <translation>Type a few letters of the name</translation>
    </message>
    <message>
        <source>Đang đọc danh sách xã, phường.</source>
        <translation>Reading the list of communes.</translation>
    </message>
    <message>
        <source>Không thấy tên này. Thử ít chữ hơn, ví dụ chỉ tên xã.</source>
        <translation>Not found. Try fewer letters, such as the commune's name alone.</translation>
    </message>
    <message>
        <source>Còn nhiều tên khác, gõ thêm chữ.</source>
        <translation>There are more; type more letters.</translation>
    </message>
</context>
<context>
    <name>SetupDevicesScreen</name>
    <message>
        <source>Máy đọc thẻ</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>%1 (thiết bị %2 trên %3)</source>
        <translation>%1 (device %2 of %3)</translation>
    </message>
    <message>
        <source>Thiết bị tiếp theo</source>
        <translation>Next device</translation>
    </message>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Đang tìm thiết bị nối với máy này.</source>
        <translation>Looking for devices of this PC.</translation>
    </message>
    <message>
        <source>Máy này không thấy thiết bị nào khác.</source>
        <translation>This PC sees no other device.</translation>
    </message>
    <message>
        <source>Đang thử thiết bị này.</source>
        <translation>Trying this device.</translation>
    </message>
    <message>
        <source>Không dùng thiết bị này, không báo lỗi.</source>
        <translation>Not used, and no fault is reported.</translation>
    </message>
    <message>
        <source>Thiết bị trả lời: %1</source>
        <translation>The device answers: %1</translation>
    </message>
    <message>
        <source>Thiết bị trả lời.</source>
        <translation>The device answers.</translation>
    </message>
    <message>
        <source>Tìm và thử lại</source>
        <translation>Search and try again</translation>
    </message>
</context>
<context>
    <name>SetupRulerScreen</name>
    <message>
        <source>Đặt thẻ ngân hàng lên màn hình</source>
        <translation>Hold a bank card against the screen</translation>
    </message>
    <message>
        <source>Lưu và làm tiếp</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Đặt thẻ lên hình thẻ, mép trái sát vạch trái. Kéo vạch phải đến khi hình bằng thẻ.</source>
        <translation>Lay the card on the drawn one, its left edge at the left mark. Drag the right mark until both are alike.</translation>
    </message>
    <message>
        <source>Thu hẹp %1 điểm</source>
        <translation>Narrower by %1 pixels</translation>
    </message>
    <message>
        <source>Nới rộng %1 điểm</source>
        <translation>Wider by %1 pixels</translation>
    </message>
    <message>
        <source>1 mm là %1 điểm ảnh, thẻ rộng 85,60 mm.</source>
        <translation>1 mm is %1 pixels, the card is 85.60 mm wide.</translation>
    </message>
</context>
<context>
    <name>SetupSharingScreen</name>
    <message>
        <source>Hai máy, một máy in, một máy quét</source>
        <translation>Two PCs, one printer, one scanner</translation>
    </message>
    <message>
        <source>Lưu và làm tiếp</source>
        <translation>Save and go on</translation>
    </message>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Chỉ máy này dùng</source>
        <translation>Only this PC uses them</translation>
    </message>
    <message>
        <source>Máy kia dùng chung máy in, máy quét của máy này</source>
        <translation>The other PC uses this PC’s printer and scanner too</translation>
    </message>
    <message>
        <source>Máy này dùng máy in, máy quét của máy kia. Ở đây không phải làm gì.</source>
        <translation>This PC uses the printer and scanner of the other one. There is nothing to do here.</translation>
    </message>
    <message>
        <source>Máy này chưa có máy in, máy quét thật để chia sẻ. Muốn dùng của máy kia thì chọn ở bước “Thử từng thiết bị”.</source>
        <translation>This PC has no real printer or scanner to share yet. To use those of the other PC, choose them in the step “Try each device”.</translation>
    </message>
    <message>
        <source>Đang làm, khoảng mười giây.</source>
        <translation>Working on it, about ten seconds.</translation>
    </message>
    <message>
        <source>Máy in, máy quét sẽ mở cho mạng của phòng này. Không có dữ liệu của ai đi qua.</source>
        <translation>Printer and scanner will be open to the network of this room. No one’s data passes through it.</translation>
    </message>
    <message>
        <source>Không máy nào khác dùng được máy in, máy quét của máy này.</source>
        <translation>No other PC can use the printer and scanner of this one.</translation>
    </message>
    <message>
        <source>Ở máy kia, bước “Thử từng thiết bị”: chọn “Máy in của máy %1”, rồi “Máy quét của máy %1”.</source>
        <translation>At the other PC, in the step “Try each device”: choose “The printer of %1”, then “The scanner of %1”.</translation>
    </message>
    <message>
        <source>Máy kia dùng chung được rồi</source>
        <translation>The other PC can use them now</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SetupStepScreen</name>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Cài đặt trạm</source>
        <translation>Station set-up</translation>
    </message>
</context>
<context>
    <name>SetupTrialScreen</name>
    <message>
        <source>In trang thử và xem bằng mắt</source>
        <translation>Print the trial page and look at it</translation>
    </message>
    <message>
        <source>Trang in đúng, làm tiếp</source>
        <translation>The page is right, go on</translation>
    </message>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation>Print the trial page</translation>
    </message>
    <message>
        <source>Thước trên giấy dài đúng 150 mm.</source>
        <translation>The ruler on paper is exactly 150 mm long.</translation>
    </message>
    <message>
        <source>Thấy đủ bốn cạnh của khung.</source>
        <translation>All four sides of the frame are seen.</translation>
    </message>
    <message>
        <source>Sáu ô xám khác nhau, không có vệt.</source>
        <translation>Six different greys, without streaks.</translation>
    </message>
    <message>
        <source>Đọc rõ dấu của từng chữ.</source>
        <translation>The marks of every letter can be read.</translation>
    </message>
    <message>
        <source>Điện thoại đọc được mã QR.</source>
        <translation>A phone reads the QR code.</translation>
    </message>
</context>
<context>
    <name>StaffNotesScreen</name>
    <message numerus="yes">
        <source>Ghi chú thủ tục: %n thủ tục</source>
        <translation>
            <numerusform>Notes on %n procedure</numerusform>
            <numerusform>Notes on %n procedures</numerusform>
        </translation>
    </message>
    <message>
        <source>Nhân viên · Ghi chú thủ tục</source>
        <translation>Staff · Notes on procedures</translation>
    </message>
    <message>
        <source>Đang tìm các ghi chú.</source>
        <translation>Looking for the notes.</translation>
    </message>
    <message>
        <source>Người dân không thấy trang này. Màn hình của họ chỉ ghi: chưa xác minh, hỏi cán bộ.</source>
        <translation>Visitors do not see this page. Their screen only says: not confirmed, ask the staff.</translation>
    </message>
    <message>
        <source>Không đọc được nội dung của tỉnh. Quay lại, bấm Lấy nội dung mới ở dòng Nội dung.</source>
        <translation>The province's content cannot be read. Go back and press Take new content in the line Content.</translation>
    </message>
</context>
<context>
    <name>StaffNumbersScreen</name>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>In báo cáo tuần trước</source>
        <translation>Print last week's report</translation>
    </message>
    <message>
        <source>In báo cáo tháng trước</source>
        <translation>Print last month's report</translation>
    </message>
    <message>
        <source>Số đếm %1</source>
        <translation>Counts, %1</translation>
    </message>
    <message>
        <source>Số đếm</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Nhân viên · Số đếm</source>
        <translation>Staff · Counts</translation>
    </message>
    <message>
        <source>Đang cộng số.</source>
        <translation>Adding up.</translation>
    </message>
    <message>
        <source>Chưa có lượt nào trong thời gian này.</source>
        <translation>Nobody has come in this time yet.</translation>
    </message>
    <message>
        <source>kỳ trước %1</source>
        <translation>before: %1</translation>
    </message>
</context>
<context>
    <name>StaffOverviewScreen</name>
    <message>
        <source>Vẫn vậy thì gọi kỹ thuật viên: %1</source>
        <translation>If it stays so, call the technician: %1</translation>
    </message>
    <message>
        <source>Vẫn vậy thì gọi kỹ thuật viên của xã.</source>
        <translation>If it stays so, call the commune's technician.</translation>
    </message>
    <message>
        <source>Chưa kiểm tra được trạm</source>
        <translation>The station could not be examined</translation>
    </message>
    <message>
        <source>Đang kiểm tra trạm: %1 dịch vụ</source>
        <translation>Examining the station: %1 services</translation>
    </message>
    <message numerus="yes">
        <source>Có %n việc cần xem</source>
        <translation>
            <numerusform>%n thing needs attention</numerusform>
            <numerusform>%n things need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Trạm sẵn sàng</source>
        <translation>The station is ready</translation>
    </message>
    <message>
        <source>In phiếu sẵn sàng</source>
        <translation>Print the readiness sheet</translation>
    </message>
    <message>
        <source>Nhân viên · %1</source>
        <translation>Staff · %1</translation>
    </message>
    <message>
        <source>Xem số đếm, báo cáo</source>
        <translation>See counts and reports</translation>
    </message>
    <message>
        <source>In bảng niêm yết</source>
        <translation>Print posters</translation>
    </message>
    <message>
        <source>Ghi chú thủ tục</source>
        <translation>Notes on procedures</translation>
    </message>
    <message>
        <source>Cài đặt trạm</source>
        <translation>Station set-up</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Chưa kiểm tra được</source>
        <translation>Could not be examined</translation>
    </message>
    <message>
        <source>Trạm đang làm. Việc này có thể mất vài phút.</source>
        <translation>The station is at work. This may take a few minutes.</translation>
    </message>
</context>
<context>
    <name>StaffPages</name>
    <message>
        <source>Hết giờ, phần nhân viên sẽ đóng và xóa việc đang làm.</source>
        <translation>When time is up, the staff side closes and forgets the work under way.</translation>
    </message>
    <message>
        <source>Còn ai ở đây không?</source>
        <translation>Is anybody still here?</translation>
    </message>
    <message>
        <source>Ở lại làm tiếp</source>
        <translation>Stay and go on</translation>
    </message>
    <message>
        <source>Việc đang làm chưa xong. Đóng bây giờ thì máy xóa hết, không lấy lại được.</source>
        <translation>The work is not finished. If you close now, all of it is erased for good.</translation>
    </message>
    <message>
        <source>Đóng phần nhân viên?</source>
        <translation>Close the staff side?</translation>
    </message>
    <message>
        <source>Đóng và xóa</source>
        <translation>Close and erase</translation>
    </message>
</context>
<context>
    <name>StaffPapersScreen</name>
    <message>
        <source>In để dán bảng thông báo</source>
        <translation>Print for the notice board</translation>
    </message>
    <message>
        <source>Nhân viên · Bảng niêm yết</source>
        <translation>Staff · Posters</translation>
    </message>
    <message>
        <source>Đang tìm các mẫu.</source>
        <translation>Looking for the posters.</translation>
    </message>
    <message>
        <source>Không đọc được nội dung của tỉnh. Quay lại, bấm Lấy nội dung mới ở dòng Nội dung.</source>
        <translation>The province's content cannot be read. Go back and press Take new content in the line Content.</translation>
    </message>
    <message>
        <source>Phí và thời hạn lấy từ gói nội dung. Mục chưa xác minh có ghi rõ trên giấy.</source>
        <translation>Fees and times come from the content. What is not confirmed says so on paper.</translation>
    </message>
</context>
<context>
    <name>StaffPrintLine</name>
    <message>
        <source>không in được</source>
        <translation>could not be printed</translation>
    </message>
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
        <translation>waiting for the job before it</translation>
    </message>
    <message>
        <source>đang chờ máy in</source>
        <translation>waiting for the printer</translation>
    </message>
    <message>
        <source>Dừng in</source>
        <translation>Stop printing</translation>
    </message>
    <message>
        <source>Cất dòng này</source>
        <translation>Put this away</translation>
    </message>
</context>
<context>
    <name>StaffSetupScreen</name>
    <message>
        <source>Chọn xã, phường</source>
        <translation>Choose the commune</translation>
    </message>
    <message>
        <source>Thử từng thiết bị</source>
        <translation>Try each device</translation>
    </message>
    <message>
        <source>Hai máy dùng chung</source>
        <translation>Share with the other PC</translation>
    </message>
    <message>
        <source>Đo màn hình bằng thẻ</source>
        <translation>Measure the screen with a card</translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation>Print the trial page</translation>
    </message>
    <message>
        <source>Đọc thẻ thử</source>
        <translation>Read a test card</translation>
    </message>
    <message>
        <source>Nghiệm thu</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Cài đặt trạm: xong %1 trên %2 bước</source>
        <translation>Set-up: %1 of %2 steps done</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Bắt đầu cài đặt</source>
        <translation>Start the set-up</translation>
    </message>
    <message>
        <source>Cài đặt trạm</source>
        <translation>Station set-up</translation>
    </message>
    <message>
        <source>Mở lại chương trình</source>
        <translation>Restart the program</translation>
    </message>
    <message>
        <source>Thiết lập mới có hiệu lực khi mở lại chương trình.</source>
        <translation>New settings hold once the program is restarted.</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>chưa làm</source>
        <translation>not done</translation>
    </message>
</context>
<context>
    <name>StaffSignInScreen</name>
    <message>
        <source>Tình nguyện viên</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Kỹ thuật viên</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Nhập mã mở khóa, hoặc đợi</source>
        <translation>Enter the key, or wait</translation>
    </message>
    <message>
        <source>Nhập mã PIN của nhân viên</source>
        <translation>Enter the staff PIN</translation>
    </message>
    <message>
        <source>Đang kiểm tra</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Mở phần nhân viên</source>
        <translation>Open the staff side</translation>
    </message>
    <message>
        <source>Dành cho nhân viên</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>Mã mở khóa</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n lần thử.</source>
        <translation>
            <numerusform>%n try left.</numerusform>
            <numerusform>%n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mã PIN chưa đúng</source>
        <translation>The PIN was wrong</translation>
    </message>
    <message numerus="yes">
        <source>Sai nhiều lần. Thử lại sau %n giây. Mã mở khóa (12 số) mở được ngay; kỹ thuật viên cũng gỡ khóa được.</source>
        <translation>
            <numerusform>Wrong several times. Try again in %n second. The key (12 digits) opens at once; the technician can take the lock away too.</numerusform>
            <numerusform>Wrong several times. Try again in %n seconds. The key (12 digits) opens at once; the technician can take the lock away too.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đang khóa</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Người dân không cần phần này. Bấm Quay lại để về màn hình chính.</source>
        <translation>Visitors do not need this. Press Back for the main screen.</translation>
    </message>
</context>
</TS>
