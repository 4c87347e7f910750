/** What helps while one types SQL: completion from the server's catalogue, and colours. */
@NullMarked
package dev.pgduo.shell.typing;

import org.jspecify.annotations.NullMarked;
