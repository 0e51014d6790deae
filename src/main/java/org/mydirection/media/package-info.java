/**
 * Media from the first byte to the last: intake, detection, scanning, sanitising, renditions, and the vault that keeps
 * them (object store and encryption). Imports only {@code shared} and {@code identity}.
 *
 * <p>Life cycle of an asset: RECEIVED (quarantine) → SCANNED → SANITISED → READY; or REFUSED with a reason that the
 * storyteller can act on; or FAILED after the last retry. Bytes are hostile until proven otherwise: nothing is served
 * but what this package encoded itself, read back from the store, and found free of metadata.
 */
package org.mydirection.media;
