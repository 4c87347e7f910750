@NullMarked
package dev.pgduo.lab.load.daemon;

import org.jspecify.annotations.NullMarked;
