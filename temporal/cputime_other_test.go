//go:build !linux

package temporal_test

import "time"

// spent is the time f takes.
func spent(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}
