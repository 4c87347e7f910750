@NullMarked
package dev.pgduo.shell;

import org.jspecify.annotations.NullMarked;
