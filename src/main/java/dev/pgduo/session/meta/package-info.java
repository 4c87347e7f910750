/** Backslash commands: one small class each, found in one registry. */
@NullMarked
package dev.pgduo.session.meta;

import org.jspecify.annotations.NullMarked;
