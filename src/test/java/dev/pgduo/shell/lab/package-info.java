@NullMarked
package dev.pgduo.shell.lab;

import org.jspecify.annotations.NullMarked;
