/** Help for typing SQL: completion from the server's catalog, and colours. */
@NullMarked
package dev.pgduo.shell.typing;

import org.jspecify.annotations.NullMarked;
