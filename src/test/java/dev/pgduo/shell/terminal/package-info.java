@NullMarked
package dev.pgduo.shell.terminal;

import org.jspecify.annotations.NullMarked;
