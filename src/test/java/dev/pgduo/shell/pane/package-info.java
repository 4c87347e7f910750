@NullMarked
package dev.pgduo.shell.pane;

import org.jspecify.annotations.NullMarked;
