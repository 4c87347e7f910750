@NullMarked
package dev.pgduo.lab.conf;

import org.jspecify.annotations.NullMarked;
