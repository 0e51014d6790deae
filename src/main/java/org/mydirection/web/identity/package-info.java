/** Signing in and out, leaving fast, and the administrator's pages. */
package org.mydirection.web.identity;
