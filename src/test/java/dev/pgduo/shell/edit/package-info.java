@NullMarked
package dev.pgduo.shell.edit;

import org.jspecify.annotations.NullMarked;
