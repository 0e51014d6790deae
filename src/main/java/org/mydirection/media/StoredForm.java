package org.mydirection.media;

/**
 * One form of a READY asset, found and ready to be streamed. Immutable. Made for one request: it holds the sealed key
 * of its story and must not be kept.
 *
 * @param contentType {@code image/jpeg} or {@code audio/mp4}
 * @param size of the plain form in bytes, above 0
 * @param etag a strong entity tag with its quotes; opaque
 * @param sealed where and how it is stored
 */
public record StoredForm(AssetId asset, Form form, String contentType, long size, String etag, SealedObject sealed) {}
