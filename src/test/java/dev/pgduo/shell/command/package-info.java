@NullMarked
package dev.pgduo.shell.command;

import org.jspecify.annotations.NullMarked;
