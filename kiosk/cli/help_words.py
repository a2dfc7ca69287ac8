"""The help of every command in Vietnamese, by its English words; a test asks for each of them."""

from __future__ import annotations

from typing import Final

from kiosk.i18n import Text

FRAME: Final = {
    "Usage:": Text("Cách dùng:", "Usage:"),
    "Options": Text("Tuỳ chọn", "Options"),
    "Commands": Text("Lệnh", "Commands"),
    "Positional arguments": Text("Tham số", "Arguments"),
    "default:": Text("mặc định:", "default:"),
    "required": Text("bắt buộc", "required"),
}
"""What click itself writes."""

VIETNAMESE: Final = {
    # ------------------------------------------------------------ of several commands
    "Kiosk of the commune help point.": "Kiosk của điểm hỗ trợ dịch vụ công ở xã.",
    "Show this message and exit.": "Hiện phần trợ giúp này.",
    "The version.": "Phiên bản của chương trình.",
    "Language of everything a command says.": "Ngôn ngữ của mọi điều lệnh nói ra.",
    "Language.": "Ngôn ngữ.",
    "One language; both when it is left out.": "Một ngôn ngữ; bỏ trống thì nói cả hai.",
    "Language of the paper.": "Ngôn ngữ trên giấy.",
    "One JSON object.": "In ra một đối tượng JSON.",
    "Print one JSON object.": "In ra một đối tượng JSON.",
    "Print one JSON object with both languages.": "In ra một đối tượng JSON, có cả hai ngôn ngữ.",
    "Print one JSON object; asks nothing.": "In ra một đối tượng JSON; không hỏi gì.",
    "The file to write.": "Tệp cần ghi.",
    "Folder for the pictures.": "Thư mục để ảnh.",
    "Size of the paper.": "Khổ giấy.",
    "What to make of it.": "Dạng báo cáo.",
    "Glass or feeder.": "Mặt kính hoặc khay nạp giấy.",
    "Dots an inch.": "Số điểm trên một inch.",
    "What the PC wrote with `counts enrol-request`.": "Tệp do máy ghi bằng `counts enrol-request`.",
    "Default: today.": "Bỏ trống: hôm nay.",
    "The PDF file to write.": "Tệp PDF cần ghi.",
    "The PDF to write.": "Tệp PDF cần ghi.",
    "Where to write; else the screen.": "Ghi vào đâu; bỏ trống thì in ra màn hình.",
    "An ISO week, like 2026-W47.": "Một tuần theo ISO, ví dụ 2026-W47.",
    "A month, like 2026-11.": "Một tháng, ví dụ 2026-11.",
    "The five digits of a commune.": "Năm chữ số mã xã, phường.",
    "Window in pixels, WIDTHxHEIGHT.": "Cỡ cửa sổ theo điểm ảnh: RỘNGxCAO.",
    "The day whose fees, times and forms hold; default today.": (
        "Ngày mà lệ phí, thời hạn, mẫu đơn còn hiệu lực; bỏ trống: hôm nay."
    ),
    "The last 6 digits of the number on the card, or all 12. With - it is asked for, here and below.": (
        "6 số cuối của số trên thẻ, hoặc cả 12 số. Ghi - thì chương trình hỏi; hai mục dưới cũng vậy."
    ),
    "The 90 characters of the machine readable zone; line breaks allowed.": (
        "90 ký tự của vùng đọc máy ở mặt sau thẻ; xuống dòng cũng được."
    ),
    "The text of the card's QR code.": "Chữ trong mã QR của thẻ.",
    "An address or a folder, such as a stick; else updates.source.": (
        "Một địa chỉ hoặc thư mục, ví dụ USB; bỏ trống: updates.source."
    ),
    # ------------------------------------------------------------ the window
    "Open what this PC shows: the kiosk of the station, or its notices.": (
        "Mở phần máy này hiện: kiosk của trạm, hoặc thông báo của trạm."
    ),
    "Show the notices of this station on a television or an LED panel; nothing there is touched.": (
        "Chiếu thông báo của trạm lên ti vi hoặc bảng LED; không ai bấm vào đó."
    ),
    "A window instead of the full screen.": "Mở trong cửa sổ, không chiếm cả màn hình.",
    "Open the kiosk with virtual devices, or play one visit and leave its pictures, papers and report.": (
        "Mở kiosk với thiết bị ảo, hoặc chạy một lượt dùng rồi để lại ảnh, giấy in và báo cáo."
    ),
    "Play one whole visit without a display.": "Chạy trọn một lượt dùng, không cần màn hình.",
    "For --headless.": "Dùng với --headless: thư mục để kết quả.",
    "A file of assets/demo_cards.": "Tên một tệp trong assets/demo_cards.",
    "With --headless: play the officer's work instead, and leave its pictures and files in this folder.": (
        "Cùng với --headless: diễn việc của cán bộ, để ảnh và tệp trong thư mục này."
    ),
    "With --headless: play the technician's setup instead, and write its settings into this folder.": (
        "Dùng với --headless: chạy phần cài đặt của kỹ thuật viên, ghi thiết lập vào thư mục này."
    ),
    "Write the pictures that README and manual use.": "Vẽ lại ảnh dùng trong README và tài liệu.",
    "Look at every screen in every size, theme, language and resolution; end with 1 when anything is wrong. "
    "Each stop is told and kept as soon as it was judged: a run that is cut goes on with --resume.": (
        "Xem mọi màn hình ở mọi cỡ, màu nền, ngôn ngữ, độ phân giải; kết thúc bằng 1 khi có chỗ sai. "
        "Mỗi màn hình xem xong được báo và ghi lại ngay: lần chạy bị ngắt chạy tiếp bằng --resume."
    ),
    "The corners of the matrix; no pictures unless --out is given.": (
        "Chỉ các trường hợp ở biên; không ghi ảnh nếu không có --out."
    ),
    "Only screens whose name contains this.": "Chỉ những màn hình có tên chứa chữ này.",
    "Only in these colours; may be given again.": "Chỉ với màu nền này; ghi lại nhiều lần được.",
    "Only at this size; may be given again.": "Chỉ với độ phân giải này; ghi lại nhiều lần được.",
    "Go on where the last run into the same folder stopped.": "Chạy tiếp từ chỗ lần trước (cùng thư mục) dừng lại.",
    "Compile the pages where they lie; part of installing.": "Biên dịch các trang tại chỗ; một phần của việc cài.",
    # ------------------------------------------------------------ the command line itself
    "Complete commands with Tab in your shell.": "Bấm Tab để điền nốt lệnh.",
    "Print the script that completes commands in this shell. The package installs the one for bash.": (
        "In ra đoạn lệnh để bấm Tab điền nốt lệnh trong shell này. Gói cài đặt đã có sẵn cho bash."
    ),
    "Print the manual page.": "In ra trang hướng dẫn (man).",
    "Print the manual page of all commands, for `man -l -`.": "In ra trang hướng dẫn của mọi lệnh, cho `man -l -`.",
    # ------------------------------------------------------------ settings
    "Check or show the settings and where each came from.": "Kiểm tra hoặc xem thiết lập, và mỗi giá trị từ đâu ra.",
    "Check or show the settings and where each came from; set the PIN of the staff screens.": (
        "Kiểm tra hoặc xem thiết lập, mỗi giá trị từ đâu ra; đặt mã PIN của màn hình cán bộ."
    ),
    "Name every fault with its file, key and what was expected, or say that all is right.": (
        "Nêu từng lỗi: tệp, khoá, giá trị đúng; không có lỗi thì báo đúng."
    ),
    "Folder with this station's own kiosk.toml and devices.toml; default /etc/kiosk-dvc.": (
        "Thư mục có kiosk.toml và devices.toml riêng của trạm; bỏ trống: /etc/kiosk-dvc."
    ),
    "Every key, its value, and the file that decided it.": "Từng khoá, giá trị, và tệp đã quyết định giá trị đó.",
    "Values and origins as one JSON object.": "Giá trị và nơi quyết định, trong một đối tượng JSON.",
    "Set the PIN of the staff screens: asked for twice, never shown, kept as a slow hash.": (
        "Đặt mã PIN của màn hình cán bộ: hỏi hai lần, không hiện ra, chỉ giữ dạng băm chậm."
    ),
    "Set papers for the screens, which start this by themselves.": (
        "Dàn trang giấy cho màn hình; màn hình tự mở lệnh này."
    ),
    "Set the papers of a visit for the screens, which start this by themselves.": (
        "Dàn trang giấy của một lượt cho màn hình; màn hình tự mở lệnh này."
    ),
    "Read an officer's list for the screens, which start this by themselves.": (
        "Đọc danh sách của cán bộ cho màn hình; màn hình tự mở lệnh này."
    ),
    "Whose PIN.": "Mã PIN của ai.",
    "Take the lock away that wrong PINs have brought; PIN and key stay as they are.": (
        "Bỏ khoá do nhập sai mã PIN nhiều lần; mã PIN và mã mở khoá giữ nguyên."
    ),
    # ------------------------------------------------------------ content
    "Check, preview or import content.": "Kiểm tra, xem trước hoặc nhập nội dung.",
    "Name every fault with file, key path and what was expected; fail when there is one. What is over on the day and "
    "has nothing that follows it is named too, but is no fault: it hides itself.": (
        "Nêu từng lỗi: tệp, đường tới khoá, giá trị đúng; có lỗi thì kết thúc bằng 1. "
        "Mục hết hạn mà chưa có mục thay thế cũng được nêu, nhưng không phải lỗi: mục đó tự ẩn."
    ),
    "The commune's own folder laid over the pack; default: content in /etc/kiosk-dvc.": (
        "Thư mục riêng của xã, đặt chồng lên nội dung chung; bỏ trống: content trong /etc/kiosk-dvc."
    ),
    "Day on which facts must hold; default today.": "Ngày mà nội dung phải còn đúng; bỏ trống: hôm nay.",
    "The faults as one JSON object.": "Các lỗi trong một đối tượng JSON.",
    "List what to check again, the oldest first: date, confidence, file, key path, source. "
    "With --unconfirmed --json: the open questions, each with its reason, what settles it and the facts that wait "
    "for it; and the forms whose layout is not confirmed, with what is missing.": (
        "Liệt kê những mục cần kiểm tra lại, cũ nhất trước: ngày, độ tin cậy, tệp, khoá, nguồn. "
        "Với --unconfirmed --json: các câu hỏi còn mở, lý do, cách giải quyết và các mục đang chờ; "
        "và các mẫu đơn chưa rõ cách trình bày, kèm phần còn thiếu."
    ),
    "What is unconfirmed as one JSON object: questions, layouts.": (
        "Những gì chưa xác minh, trong một đối tượng JSON: câu hỏi, mẫu đơn."
    ),
    "Only facts checked longer ago than this.": "Chỉ những mục đã kiểm tra lâu hơn số ngày này.",
    "Only what is shown as unconfirmed.": "Chỉ những mục đang ghi là chưa xác minh.",
    "Add the national catalogue (JSON lines with code and name) to the search of this station.": (
        "Đưa danh mục quốc gia (JSON từng dòng, có mã và tên) vào phần tìm kiếm của trạm."
    ),
    "Write a new procedure, form or guide that passes the check: each key explained, each place to fill in. "
    "NAME is a "
    'title such as "Cấp thẻ thư viện", or an id. Without --into it goes into the commune\'s own folder.': (
        "Viết một thủ tục, mẫu đơn hoặc bài hướng dẫn mới, đúng quy cách: khoá nào cũng có giải thích, chỗ nào cần "
        'điền cũng có. NAME là tên như "Cấp thẻ thư viện", hoặc mã. Không có --into thì ghi vào thư mục riêng của xã.'
    ),
    "The name in English.": "Tên tiếng Anh.",
    "Write into this content folder itself.": "Ghi thẳng vào thư mục nội dung này.",
    "Keep in OUT what the first start need not make itself; part of making the program. A parsed copy of the shipped "
    "content, and the tables of a new counting file.": (
        "Ghi sẵn vào OUT những gì lần chạy đầu khỏi phải làm; một phần của việc đóng gói: "
        "bản đọc sẵn của nội dung, và các bảng của tệp đếm mới."
    ),
    "List what would be shown differently on another day.": "Liệt kê những gì sẽ hiện khác đi vào một ngày khác.",
    "The day to look at, such as 2027-03-01.": "Ngày cần xem, ví dụ 2027-03-01.",
    "The day to compare with; default today.": "Ngày để so sánh; bỏ trống: hôm nay.",
    "The changes as one JSON object.": "Các thay đổi trong một đối tượng JSON.",
    # ------------------------------------------------------------ counts
    "Look at the anonymous counts.": "Xem số đếm ẩn danh.",
    "Look at the anonymous counts, close the day, enter hours, send or carry them.": (
        "Xem số đếm ẩn danh, khoá sổ ngày, ghi giờ trực, gửi đi hoặc mang đi."
    ),
    "The closing routine: today's totals become final.": "Khoá sổ: số liệu hôm nay không sửa được nữa.",
    "Also write the day sheet (PDF).": "Ghi thêm phiếu ngày (PDF).",
    "Also print the day sheet.": "In thêm phiếu ngày.",
    "Take the certificate the province gave.": "Nhận chứng thư do tỉnh cấp.",
    "The file to carry to the province; makes this PC's keys when there are none.": (
        "Tệp mang lên tỉnh; máy chưa có khoá thì tạo khoá."
    ),
    "Write the documentation of everything that may be counted.": "Viết tài liệu về mọi thứ được phép đếm.",
    "What was counted while the clock was wrong: held, never sent, until you say for which day it counts.": (
        "Những gì đếm lúc đồng hồ sai: được giữ lại, không gửi, đến khi ông/bà nói tính cho ngày nào."
    ),
    "Count them for this day.": "Tính cho ngày này.",
    "Enter how many volunteers were on duty, and for how many hours; numbers only.": (
        "Ghi có bao nhiêu tình nguyện viên trực, bao nhiêu giờ; chỉ ghi số."
    ),
    "People on duty.": "Số người trực.",
    "Hours of all together.": "Tổng số giờ của mọi người.",
    "Send closed days to the province's PostgreSQL.": "Gửi các ngày đã khoá sổ về PostgreSQL của tỉnh.",
    "Connections in a row that may fail.": "Số lần kết nối hỏng liên tiếp thì thôi.",
    "Also what the province refused before.": "Gửi lại cả những gì tỉnh đã từ chối.",
    "For the timer: nothing to do, and no fault, where no host is set.": (
        "Dành cho hẹn giờ: chưa đặt host thì không làm gì, cũng không báo lỗi."
    ),
    "The day sheet of a closed day, with its signed code, as PDF.": (
        "Phiếu ngày của một ngày đã khoá sổ, có mã ký, dạng PDF."
    ),
    "Every total of one day, and what waits to go up the line.": (
        "Mọi số liệu của một ngày, và những gì đang chờ gửi."
    ),
    "The closed days as a signed file for a USB stick.": "Các ngày đã khoá sổ, trong một tệp có ký để chép vào USB.",
    "Days back from today.": "Lùi lại bao nhiêu ngày.",
    # ------------------------------------------------------------ doctor
    "Find out what is broken and what to do.": "Tìm chỗ hỏng và việc cần làm.",
    "Find out what is broken and what to do. Without a command: every service of the station, one line each. "
    "Ends with "
    "1 when something is broken.": (
        "Tìm chỗ hỏng và việc cần làm. Không ghi lệnh con: mọi dịch vụ của trạm, mỗi dịch vụ một dòng. "
        "Có chỗ hỏng thì kết thúc bằng 1."
    ),
    "Write the readiness sheet as PDF.": "Ghi phiếu kiểm tra trạm (PDF).",
    "Climb from the card service to the data on the chip and name the rung that breaks. Prints no value of the "
    "person. "
    "Ends with 1 when a rung is broken.": (
        "Đi từ dịch vụ thẻ đến dữ liệu trong chip, nêu bậc bị hỏng. Không in giá trị nào của người dân. "
        "Có bậc hỏng thì kết thúc bằng 1."
    ),
    "Write a transcript without values.": "Ghi lại cuộc trao đổi với thẻ, không có giá trị nào.",
    "Play a transcript.": "Phát lại một cuộc trao đổi đã ghi.",
    "Print a test page, scan it back and measure scale, skew, streaks and missing marks. Ends with 1 when "
    "something is "
    "not true.": (
        "In một trang thử, quét lại rồi đo tỉ lệ, độ nghiêng, vệt và chỗ thiếu. Có chỗ sai thì kết thúc bằng 1."
    ),
    "The page printed earlier lies on the glass already.": "Trang đã in trước đó đang nằm sẵn trên mặt kính.",
    # ------------------------------------------------------------ papers
    "Write leaflets, posters and forms as PDF.": "Ghi tờ hướng dẫn, áp phích, mẫu đơn ra PDF.",
    "Write leaflets, posters and blank forms as PDF.": "Ghi tờ hướng dẫn, áp phích, mẫu đơn trống ra PDF.",
    "What only a real Windows PC can show, to tick and to send back.": (
        "Điều chỉ máy Windows thật mới cho thấy, để đánh dấu và gửi lại."
    ),
    "The blank FORM, named by its id (ct01).": "Mẫu đơn trống FORM, gọi theo mã (ct01).",
    "The plain leaflet of the procedure of CODE in the imported national catalogue: name, code, agency, QR.": (
        "Tờ tên của thủ tục có mã CODE trong danh mục quốc gia đã nhập: tên, mã, nơi giải quyết, mã QR."
    ),
    "The leaflet of GUIDE, named by its id.": "Tờ hướng dẫn của bài GUIDE, gọi theo mã.",
    "The leaflet of PROCEDURE, named by its id or its national code.": (
        "Tờ hướng dẫn của thủ tục PROCEDURE, gọi theo mã riêng hoặc mã quốc gia."
    ),
    "Print the papers of this case only.": "Chỉ in giấy tờ của trường hợp này.",
    "POSTER is `list` (every procedure with fee, time and QR) or the id of a poster: bay-cach, vneid.": (
        "POSTER là `list` (mọi thủ tục, kèm lệ phí, thời hạn, mã QR) hoặc mã áp phích: bay-cach, vneid."
    ),
    # ------------------------------------------------------------ the province
    "The province's side of the counts.": "Phần của tỉnh: số đếm.",
    "A login role and a certificate for PC (like pc-17842-may-1) from its request file.": (
        "Cấp vai trò đăng nhập và chứng thư cho máy PC (ví dụ pc-17842-may-1), từ tệp xin của máy."
    ),
    "The database, in libpq's words.": "Cơ sở dữ liệu, ghi theo kiểu libpq.",
    "Make Debian's PostgreSQL of this computer the province's: settings, certificates, database, roles, timer.": (
        "Biến PostgreSQL của máy này thành máy chủ của tỉnh: thiết lập, chứng thư, cơ sở dữ liệu, quyền, hẹn giờ."
    ),
    "Debian's name of the PostgreSQL, like 15/main; else the only one.": (
        "Tên PostgreSQL theo Debian, như 15/main; bỏ trống: cái duy nhất có trên máy."
    ),
    "Tables, roles and catalogue only, on a server that somebody else sets up; the authority if there is none.": (
        "Chỉ bảng, quyền và danh mục, ở máy chủ do người khác thiết lập; tạo nơi cấp chứng thư nếu chưa có."
    ),
    "Folder of the province's authority.": "Thư mục của nơi cấp chứng thư của tỉnh.",
    "The reply to carry back.": "Tệp trả lời, mang về máy.",
    "Maker and model of its card reader.": "Hãng và kiểu máy đọc thẻ.",
    "Maker and model of its printer.": "Hãng và kiểu máy in.",
    "Maker and model of its scanner.": "Hãng và kiểu máy quét.",
    "GIVEN: signed files of sticks, photos of one day sheet, or the texts of its codes, in any mixture.": (
        "GIVEN: tệp có ký trên USB, ảnh chụp một phiếu ngày, hoặc chữ trong mã của phiếu; lẫn lộn cũng được."
    ),
    "GIVEN: photos of one day sheet, or the texts of its codes. What is known already is passed over.": (
        "GIVEN: ảnh chụp một phiếu ngày, hoặc chữ trong mã của phiếu. Số đã có thì bỏ qua."
    ),
    "Load signed files of offline PCs; an altered one, or one loaded before, is refused.": (
        "Nạp tệp có ký của các máy không có mạng; tệp bị sửa hoặc đã nạp thì từ chối."
    ),
    "Name or address the PCs know the server by.": "Tên hoặc địa chỉ mà các máy dùng để gọi máy chủ.",
    "A certificate for NAME, a role that reads (a member of counts_reader, or counts_nation).": (
        "Cấp chứng thư cho NAME, vai trò chỉ đọc (thuộc counts_reader hoặc counts_nation)."
    ),
    "Folder for the files.": "Thư mục để các tệp.",
    "The report of one commune or of the province, the silent PCs, or device troubles by model.": (
        "Báo cáo của một xã hoặc của tỉnh, các máy lâu không gửi số, hoặc sự cố thiết bị theo kiểu máy."
    ),
    "With what came late; only where nobody has the report of before.": (
        "Tính cả số gửi muộn; chỉ khi chưa ai nhận báo cáo trước."
    ),
    "Instead: the PCs, the longest silent first.": "Thay vào đó: các máy, lâu không gửi số nhất đứng trước.",
    "Instead: device troubles by model.": "Thay vào đó: sự cố thiết bị theo kiểu máy.",
    "Take out what PC sent for these days, as after a theft of its key. Cannot be undone.": (
        "Gỡ số mà máy PC đã gửi trong những ngày này, như sau khi khóa của máy bị lấy cắp. Không lấy lại được."
    ),
    "First day.": "Ngày đầu.",
    "Last day.": "Ngày cuối.",
    "Put back the PCs' settings and cut off who stays too long; for a timer, every minute.": (
        "Đặt lại cài đặt của các máy và cắt kết nối giữ quá lâu; đặt hẹn giờ chạy mỗi phút."
    ),
    "Shut PC out at once: login, open connections, signature. What it sent stays.": (
        "Khoá máy PC ngay: đăng nhập, kết nối đang mở, chữ ký. Số liệu đã gửi vẫn còn."
    ),
    # ------------------------------------------------------------ a thousand stations
    "Which stations live, with what program and content, and their troubles; the longest silent first.": (
        "Trạm nào còn chạy, bản chương trình, nội dung, trục trặc; im lặng lâu nhất đứng trước."
    ),
    "The silent PCs or the troubles as one JSON object.": (
        "In các máy im lặng hoặc trục trặc thành một đối tượng JSON."
    ),
    "Only those silent for more than 7 days.": "Chỉ các máy im lặng quá 7 ngày.",
    "From the CSV file LIST: settings of each PC, labels, one file to sign, and keys where they are wanted.": (
        "Từ tệp CSV LIST: thiết lập từng máy, nhãn, một tệp để ký, và khoá nếu cần."
    ),
    "The server of the counts, for every station.": "Máy chủ số đếm, cho mọi trạm.",
    "Where new content comes from, for every station.": "Nơi lấy nội dung mới, cho mọi trạm.",
    "Make the keys too and enrol each PC here; needs --ca and the database.": (
        "Tạo cả khoá và nhận từng máy ngay; cần --ca và cơ sở dữ liệu."
    ),
    "Take what `province stations make` made for this PC: FOLDER, like /run/media/sda1/pc-17842-may-1.": (
        "Nhận thư mục FOLDER mà `province stations make` làm cho máy này, như /run/media/sda1/pc-17842-may-1."
    ),
    "Draft a release that gives stations the SETTINGS which `province stations make` wrote (stations.json).": (
        "Soạn bản phát hành đưa thiết lập SETTINGS (stations.json của `province stations make`) tới các trạm."
    ),
    # ------------------------------------------------------------ two PCs
    "Two PCs, one printer, one scanner.": "Hai máy, một máy in, một máy quét.",
    "Two PCs, one printer, one scanner: share them, find them, test them from both sides.": (
        "Hai máy, một máy in, một máy quét: chia sẻ, tìm, thử từ cả hai phía."
    ),
    "Printer and scanner hang on this PC, and the other one may use them.": (
        "Máy in, máy quét cắm ở máy này, máy kia được dùng."
    ),
    "Share nothing any more; the devices of this PC stay as they are set.": (
        "Thôi chia sẻ; thiết bị của máy này giữ như đã thiết lập."
    ),
    "The PCs of this network that share their devices.": "Các máy trong mạng này đang chia sẻ thiết bị.",
    "Use the printer and scanner of the other PC: of the one that is found, or of the one at ADDRESS.": (
        "Dùng máy in, máy quét của máy kia: máy tìm thấy, hoặc máy ở ADDRESS."
    ),
    "Where it is asked.": "Cổng để hỏi máy kia.",
    "Try everything the two PCs share, from this side. Ends with 1 when something does not answer.": (
        "Thử mọi thứ hai máy dùng chung, từ phía máy này. Có thứ không trả lời thì kết thúc bằng 1."
    ),
    # ------------------------------------------------------------ publishing
    "The province's side of the content updates.": "Phần của tỉnh: phát hành nội dung.",
    "Sign and release content packs.": "Ký và phát hành gói nội dung.",
    "Name the keys: drafts the first root, or the next one when a key was lost or changed hands.": (
        "Khai các khoá: soạn root đầu tiên, hoặc root kế tiếp khi mất khoá hay đổi người giữ."
    ),
    "A .pub; three or more. Two must sign.": "Tệp .pub; từ ba tệp trở lên. Phải có hai người ký.",
    "A .pub; two or more. Two must sign.": "Tệp .pub; từ hai tệp trở lên. Phải có hai người ký.",
    "The .pub of the PC that releases.": "Tệp .pub của máy phát hành.",
    "Make one key: NAME.pem, encrypted, for one holder alone; NAME.pub, to be handed in.": (
        "Tạo một khoá: NAME.pem đã mã hoá, chỉ một người giữ; NAME.pub để nộp."
    ),
    "Try the folder CONTENT as stations will, pack it, and draft its release. Its version stands in pack.toml. "
    "What is "
    "over and has nothing that follows it is named; it hides itself and does not stop the release.": (
        "Thử thư mục CONTENT như các trạm sẽ thử, đóng gói, rồi soạn bản phát hành. Phiên bản ghi trong pack.toml. "
        "Mục hết hạn mà chưa có mục thay thế được nêu ra; mục đó tự ẩn và không cản việc phát hành."
    ),
    "Draft a release that offers the program PACKAGE (its .deb, or for Windows its .exe) beside the content.": (
        "Soạn bản phát hành có thêm gói chương trình PACKAGE (tệp .deb, hoặc .exe cho Windows) bên cạnh nội dung."
    ),
    "Draft a release that offers the bootable image's system SLOT (kiosk-system_VERSION_amd64.tar) too.": (
        "Soạn bản phát hành có thêm hệ thống SLOT của ảnh đĩa (kiosk-system_VERSION_amd64.tar)."
    ),
    "Put what is signed into REPO/public; without a draft, renew what is out. Run it before the days are over.": (
        "Đưa bản đã ký vào REPO/public; không có bản soạn thì gia hạn bản đang dùng. Chạy trước khi hết hạn."
    ),
    "A NAME.pem; its passphrase is asked for.": "Tệp NAME.pem; chương trình sẽ hỏi mật khẩu của khoá.",
    "Believed for so long.": "Số ngày các trạm còn tin bản này.",
    "Draft the released content for another year, without changing it.": (
        "Soạn gia hạn nội dung đang phát hành thêm một năm, không đổi gì."
    ),
    "Sign what is drafted for ROLE, after showing what it is.": "Cho xem bản soạn của ROLE, rồi ký.",
    "What is out, until when, what waits for signatures, and the first day on which something runs out.": (
        "Đang phát hành gì, đến ngày nào, còn chờ chữ ký nào, và ngày đầu tiên có thứ hết hạn."
    ),
    "Give up what is drafted for ROLE: it is never released. What is out stays.": (
        "Bỏ bản soạn của ROLE: không bao giờ được phát hành. Bản đang dùng giữ nguyên."
    ),
    "Renew what is out; what is drafted waits on.": "Chỉ gia hạn bản đang dùng; bản soạn vẫn chờ.",
    # ------------------------------------------------------------ the others
    "Read the card on the first reader, for technicians.": "Đọc thẻ trên máy đọc đầu tiên, cho kỹ thuật viên.",
    "Read the card on the first reader and print what it holds and what was proved of it.": (
        "Đọc thẻ trên máy đọc đầu tiên, in ra thẻ có gì và điều gì đã được kiểm chứng."
    ),
    "Files to read; SOD always is.": "Các tệp cần đọc; SOD luôn được đọc.",
    "Folder of trusted roots.": "Thư mục chứng thư gốc tin cậy.",
    "Required: what is printed is a person's data.": "Bắt buộc: nội dung in ra là dữ liệu của một người.",
    "Weekly and monthly reports.": "Báo cáo tuần và tháng.",
    "Visits, services, papers, VNeID, where people get stuck, devices and volunteers, against the period before.": (
        "Lượt dùng, thủ tục, giấy in, VNeID, chỗ người dân bị vướng, thiết bị, tình nguyện viên; so với kỳ trước."
    ),
    "Numbers below 5 too; for use inside the station only.": "Cả những số dưới 5; chỉ dùng trong nội bộ trạm.",
    "Scan a page, for technicians.": "Quét một trang, cho kỹ thuật viên.",
    "Try the scanner; answer for its lease.": "Thử máy quét; trả lời ai đang giữ máy quét.",
    "Answer one question of the other PC on standard input; started by a systemd socket.": (
        "Trả lời một câu hỏi về máy quét dùng chung, qua đầu vào chuẩn; do socket của systemd gọi."
    ),
    "Scan, straighten and judge, and write one PDF under the portal's limit.": (
        "Quét, nắn thẳng, đánh giá, rồi ghi một tệp PDF trong giới hạn của cổng dịch vụ công."
    ),
    "Readiness, model and sources of the scanner in `devices.toml`; `--json` for programs.": (
        "Tình trạng, kiểu máy và khay của máy quét trong `devices.toml`; `--json` cho chương trình khác đọc."
    ),
    "Search the procedures.": "Tìm thủ tục.",
    "Search procedures, guides, forms and what is done elsewhere, in any spelling.": (
        "Tìm thủ tục, bài hướng dẫn, mẫu đơn và việc làm ở nơi khác; gõ kiểu nào cũng được."
    ),
    "TSV: a query, a tab, acceptable codes or ids.": "Tệp TSV: câu hỏi, dấu tab, các mã chấp nhận được.",
    "A national catalogue to search too.": "Tìm thêm trong một danh mục quốc gia.",
    "Answers a query.": "Số kết quả cho một câu hỏi.",
    "Take the newest signed content.": "Lấy nội dung mới nhất đã ký.",
    "Take the newest signed content, or show what there is.": "Lấy nội dung mới nhất đã ký, hoặc xem đang có gì.",
    "Look, fetch, verify, unpack, try, and only then switch. The old content stays in every other case.": (
        "Xem có gì mới, tải, kiểm tra chữ ký, giải nén, thử, rồi mới đổi. Có chỗ không ổn thì giữ nội dung cũ."
    ),
    "Also try content that failed its trial before.": "Thử cả nội dung lần trước không qua được.",
    "Fetch and verify the newest program package; the technician installs it.": (
        "Tải và kiểm tra gói chương trình mới nhất; kỹ thuật viên tự cài."
    ),
    "Fetch and verify the newest system of the bootable image, whose own service writes it to the other slot. "
    "Ends with 0 when there is nothing new, none, or no source.": (
        "Tải và kiểm tra hệ thống mới nhất của ảnh đĩa; dịch vụ của ảnh tự ghi vào ngăn kia. Không có gì mới, không "
        "có bản nào hay không có nguồn thì vẫn kết thúc với 0."
    ),
    "Fetch no system with this root; may be repeated.": "Không tải hệ thống có gốc này; có thể lặp lại.",
    "Where to put it.": "Để vào đâu.",
    "Which content the station reads, from where, and when the source was last heard.": (
        "Trạm đang dùng nội dung nào, từ đâu, lần cuối nghe được nguồn là khi nào."
    ),
}
"""English words in one line -> what is said in Vietnamese."""
