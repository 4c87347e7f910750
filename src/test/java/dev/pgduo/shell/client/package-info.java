@NullMarked
package dev.pgduo.shell.client;

import org.jspecify.annotations.NullMarked;
