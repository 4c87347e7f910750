@NullMarked
package dev.pgduo.lab.session;

import org.jspecify.annotations.NullMarked;
