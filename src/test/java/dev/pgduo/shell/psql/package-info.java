@NullMarked
package dev.pgduo.shell.psql;

import org.jspecify.annotations.NullMarked;
