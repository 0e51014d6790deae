package org.mydirection.media;

/** An asset was discarded; inside the package only, so that its objects go soon after the transaction. */
record AssetDiscarded(AssetId asset) {}
