"""Content packs that come from the province: signed with TUF, unpacked beside the old one, tried, then current.

    current_pack(state, shipped)                  # the folder to read content from; needs no network
    update_age(state, now)                        # days since the source was last heard
    updating.update(source, PackFolder(state), root, trial=…, now=…)  # Updated | NothingNew | NotUpdated

A pack is one TUF target: an archive of the pack folder with a manifest. Implements the client side of the TUF
specification 1.0 through `tuf.ngclient`; knows no procedure, form or guide: the trial is handed in.
What is named here loads no library, because every start of the station asks for the current pack.
"""

from kiosk.content.updates.pack_folder import PackFolder, current_pack, update_age
from kiosk.content.updates.version import PackVersion, version_of

__all__ = ["PackFolder", "PackVersion", "current_pack", "update_age", "version_of"]
