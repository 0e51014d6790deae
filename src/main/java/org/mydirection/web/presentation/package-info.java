/** Showing a collection in supervision, one scene at a time, and what is written afterwards. */
package org.mydirection.web.presentation;
