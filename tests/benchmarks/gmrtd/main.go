// Reads one card with gmrtd, the way its own command-line reader does, over standard input and output: the bench
// holds the card. Each line in is "read" (one read, then a line "done" with processor milliseconds and outcome) or
// the hexadecimal answer to the command last written. What writing and reading those lines costs is left out.
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"syscall"

	"github.com/gmrtd/gmrtd/cms"
	"github.com/gmrtd/gmrtd/iso7816"
	"github.com/gmrtd/gmrtd/password"
	"github.com/gmrtd/gmrtd/reader"
)

type link struct {
	in     *bufio.Reader
	out    *bufio.Writer
	inside float64
}

func (l *link) line() string {
	text, err := l.in.ReadString('\n')
	if err != nil {
		os.Exit(0)
	}
	return strings.TrimSpace(text)
}

func (l *link) say(text string) {
	l.out.WriteString(text + "\n")
	l.out.Flush()
}

func (l *link) Transceive(_ int, _ int, _ int, _ int, _ []byte, _ int, encoded []byte) []byte {
	before := spent(syscall.RUSAGE_THREAD)
	defer func() { l.inside += spent(syscall.RUSAGE_THREAD) - before }()
	l.say(hex.EncodeToString(encoded))
	answer, err := hex.DecodeString(l.line())
	if err != nil {
		os.Exit(1)
	}
	return answer
}

type silent struct{}

func (silent) Status(reader.Status) {}

func spent(who int) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(who, &usage); err != nil {
		os.Exit(1)
	}
	micros := usage.Utime.Sec*1e6 + int64(usage.Utime.Usec) + usage.Stime.Sec*1e6 + int64(usage.Stime.Usec)
	return float64(micros) / 1000
}

func main() {
	runtime.LockOSThread() // the lines of a read are counted on one thread
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: slog.LevelError})))
	card := &link{in: bufio.NewReader(os.Stdin), out: bufio.NewWriter(os.Stdout)}
	pool := new(cms.GenericCertPool)
	for _, path := range os.Args[2:] {
		raw, err := os.ReadFile(path)
		if err != nil || pool.Add(raw) != nil {
			os.Exit(1)
		}
	}
	for card.line() == "read" {
		before, inside := spent(syscall.RUSAGE_SELF), card.inside
		one := reader.NewReader(silent{}, iso7816.NewNfcSession(card), pool)
		read, _, err := one.ReadDocument(password.NewPasswordCan(os.Args[1]), nil, nil)
		outcome := "failed"
		if err == nil && read.Session.PassiveAuthErr == nil && read.Session.ActiveAuthErr == nil {
			outcome = "read"
		} else {
			fmt.Fprintln(os.Stderr, "gmrtd:", err, read.Session.PassiveAuthErr, read.Session.ActiveAuthErr)
		}
		card.say(fmt.Sprintf("done %.3f %s", spent(syscall.RUSAGE_SELF)-before-(card.inside-inside), outcome))
	}
}
