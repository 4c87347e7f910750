@NullMarked
package dev.pgduo.lab.watch;

import org.jspecify.annotations.NullMarked;
