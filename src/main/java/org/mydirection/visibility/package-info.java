/**
 * May this viewer see this, for this purpose, now? The one class {@link org.mydirection.visibility.Visibility} answers,
 * for one story and for lists, by the rule of DESIGN §3, in the database, at each request. Every page, servlet, query and
 * export asks it. Imports {@code shared}, {@code identity}, {@code caseload}, {@code media}, {@code story}, {@code
 * consent}, {@code moderation} and {@code collection}.
 */
package org.mydirection.visibility;
