/** The page of errors, made from the sources. */
@NullMarked
package dev.pgduo.troubleshooting;

import org.jspecify.annotations.NullMarked;
