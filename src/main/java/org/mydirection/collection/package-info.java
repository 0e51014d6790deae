/**
 * Collections: approved stories gathered in order with an introduction, tied to goals of one person's plan, published
 * privately to that person and their practitioner. See {@link org.mydirection.collection.CollectionStatus} for their life.
 * Imports {@code shared}, {@code identity}, {@code caseload}, {@code plan}, {@code media}, {@code story} and {@code
 * consent}. Whether a story in it may be seen is decided in {@code visibility}, each time.
 */
package org.mydirection.collection;
