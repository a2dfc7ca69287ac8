import QtQuick
import Kiosk.Components
import Kiosk.Style

// A word of a name that spelling does not know: what was probably meant, which the main button takes, or to read it
// again. "Giữ nguyên" keeps it: names of other peoples and countries are right as they are.
NoticeBand {
    id: offer

    required property string doubted
    required property string meant
    readonly property bool offers: offer.meant.length > 0

    signal kept

    actionText: offer.offers ? qsTr("Giữ nguyên") : ""
    kind: NoticeBand.Warning
    text: offer.offers ? qsTr("Ông/bà đang viết “%1”. Viết đúng rồi thì bấm Giữ nguyên.").arg(offer.doubted) : qsTr("Viết đúng rồi thì ông/bà bấm Giữ nguyên.")
    title: offer.offers ? qsTr("Ý ông/bà là “%1”?").arg(offer.meant) : qsTr("Ông/bà xem lại chữ “%1”").arg(offer.doubted)
    Component.onCompleted: Voice.say([offer.spoken])
    onActed: offer.kept()
    onSpokenChanged: Voice.say([offer.spoken])
}
