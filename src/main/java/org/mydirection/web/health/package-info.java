/**
 * Says up or down, and nothing else, to whoever runs the application: {@code /health/live} and {@code /health/ready}.
 */
package org.mydirection.web.health;
