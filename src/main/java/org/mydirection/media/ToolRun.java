package org.mydirection.media;

import java.nio.file.Path;

/**
 * One finished run of a tool. Immutable.
 *
 * @param accepted whether the tool could do something with the file; false says that the file is to blame
 * @param output what it wrote to its standard output
 * @param remarks what it wrote to its standard error; may quote the file, so it is never logged
 */
record ToolRun(boolean accepted, Path output, String remarks) {}
