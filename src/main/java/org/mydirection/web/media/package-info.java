/** Media in and out over HTTP: uploads, how far they are, and byte ranges, each decided anew at each request. */
package org.mydirection.web.media;
