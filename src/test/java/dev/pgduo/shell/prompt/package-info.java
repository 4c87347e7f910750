@NullMarked
package dev.pgduo.shell.prompt;

import org.jspecify.annotations.NullMarked;
