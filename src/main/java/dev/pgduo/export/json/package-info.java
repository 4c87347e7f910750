/** Results as JSON, for programs. */
@NullMarked
package dev.pgduo.export.json;

import org.jspecify.annotations.NullMarked;
