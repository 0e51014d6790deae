/**
 * Information governance: holds on stories. Access requests, erasure and retention come here. May import every feature;
 * nobody but {@code web} imports it.
 */
package org.mydirection.governance;
