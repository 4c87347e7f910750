/** Backslash commands: one class for each, and a registry. */
@NullMarked
package dev.pgduo.session.meta;

import org.jspecify.annotations.NullMarked;
