/**
 * What people meet: pages, servlets, converters, messages, and the start of the application. Mirrors {@code webapp}.
 * May import everything; nobody imports it.
 */
package org.mydirection.web;
