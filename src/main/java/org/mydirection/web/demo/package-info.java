/**
 * The demo: invented people and stories in an empty database, made through the use cases that people run. Only with the
 * setting {@code demo}, which nothing but the profile {@code run} turns on.
 */
package org.mydirection.web.demo;
