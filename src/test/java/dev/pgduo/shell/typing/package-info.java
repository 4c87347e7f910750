@NullMarked
package dev.pgduo.shell.typing;

import org.jspecify.annotations.NullMarked;
