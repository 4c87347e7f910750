@NullMarked
package dev.pgduo.shell.screen;

import org.jspecify.annotations.NullMarked;
