@NullMarked
package dev.pgduo.shell.script;

import org.jspecify.annotations.NullMarked;
