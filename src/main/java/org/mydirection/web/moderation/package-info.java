/** The checkers' pages: the two queues and the desk. Mirrors {@code webapp/moderation}. */
package org.mydirection.web.moderation;
