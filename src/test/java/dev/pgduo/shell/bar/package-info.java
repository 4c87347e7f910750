@NullMarked
package dev.pgduo.shell.bar;

import org.jspecify.annotations.NullMarked;
