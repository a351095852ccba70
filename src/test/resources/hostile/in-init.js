//! times out
for (;;);
