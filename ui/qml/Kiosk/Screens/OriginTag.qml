import QtQuick
import Kiosk.Components
import Kiosk.Visit

// Where a value came from, in the words of the session.
OriginMark {
    id: tag

    required property int visitOrigin

    origin: {
        switch (tag.visitOrigin) {
        case Visit.Origin.CHIP:
        case Visit.Origin.MRZ:
            return OriginMark.Chip;
        case Visit.Origin.TYPED:
            return OriginMark.Typed;
        case Visit.Origin.CORRECTED:
            return OriginMark.Changed;
        }
        return OriginMark.Missing;
    }
}
