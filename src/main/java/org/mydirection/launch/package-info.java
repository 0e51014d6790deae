/**
 * The starter: checks what can be checked before the start, runs the server as a child process and says in plain words
 * what became of it. Plain JDK, compiled classes of this package alone are enough to run it. Imports no other package
 * of ours.
 */
package org.mydirection.launch;
