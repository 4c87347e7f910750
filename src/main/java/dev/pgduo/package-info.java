/** The application: main, configuration, exit codes. */
@NullMarked
package dev.pgduo;

import org.jspecify.annotations.NullMarked;
