package timeline_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sinosoviet/sinosoviet/timeline"
)

// browser drives a headless Chromium through its debugging pipe (Chrome DevTools Protocol): messages are JSON, each
// ended by a zero byte.
type browser struct {
	t       *testing.T
	to      io.WriteCloser
	answers chan message
	session string
	last    int
	faults  []string // console errors, exceptions, blocked or foreign requests
}

type message struct {
	ID      int             `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
	Session string          `json:"sessionId,omitempty"`
}

func startBrowser(t *testing.T) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium to show the page in")
	}
	theirIn, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	from, theirOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{theirIn, theirOut} // file descriptors 3 and 4
	if err := cmd.Start(); err != nil {
		t.Skip("chromium does not start: ", err)
	}
	theirIn.Close()
	theirOut.Close()
	b := &browser{t: t, to: to, answers: make(chan message, 1000)}
	go func() {
		defer close(b.answers)
		for r := bufio.NewReaderSize(from, 1<<20); ; {
			line, err := r.ReadBytes(0)
			if err != nil {
				return
			}
			var m message
			if json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &m) == nil {
				b.answers <- m
			}
		}
	}()
	t.Cleanup(func() {
		b.call("Browser.close", nil, nil)
		to.Close()
		done := make(chan struct{})
		go func() { cmd.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			cmd.Process.Kill()
		}
		from.Close()
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	if target.TargetID == "" {
		t.Skip("chromium starts but does not answer")
	}
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		b.call(domain+".enable", nil, nil)
	}
	return b
}

// call sends a command and waits for its answer.
func (b *browser) call(method string, params any, into any) {
	b.t.Helper()
	b.last++
	raw, _ := json.Marshal(map[string]any{"id": b.last, "method": method, "sessionId": b.session, "params": params})
	if b.session == "" || strings.HasPrefix(method, "Browser.") {
		raw, _ = json.Marshal(map[string]any{"id": b.last, "method": method, "params": params})
	}
	if _, err := b.to.Write(append(raw, 0)); err != nil {
		return
	}
	timeout := time.After(60 * time.Second)
	for {
		select {
		case m, ok := <-b.answers:
			if !ok {
				return
			}
			if m.ID != b.last {
				b.note(m)
				continue
			}
			if m.Error != nil {
				b.t.Fatalf("%s: %s", method, m.Error)
			}
			if into != nil {
				if err := json.Unmarshal(m.Result, into); err != nil {
					b.t.Fatal(err)
				}
			}
			return
		case <-timeout:
			b.t.Fatalf("%s: no answer", method)
		}
	}
}

// note keeps what should not happen.
func (b *browser) note(m message) {
	switch m.Method {
	case "Runtime.exceptionThrown":
		b.faults = append(b.faults, "exception "+string(m.Params))
	case "Log.entryAdded":
		if !strings.Contains(string(m.Params), `"level":"verbose"`) {
			b.faults = append(b.faults, "log "+string(m.Params))
		}
	case "Runtime.consoleAPICalled":
		b.faults = append(b.faults, "console "+string(m.Params))
	case "Network.requestWillBeSent":
		var p struct{ Request struct{ URL string } }
		if json.Unmarshal(m.Params, &p) == nil && !strings.HasPrefix(p.Request.URL, "file:") && !strings.HasPrefix(p.Request.URL, "about:") && !strings.HasPrefix(p.Request.URL, "data:") {
			b.faults = append(b.faults, "request "+p.Request.URL)
		}
	}
}

// open shows a file at a width, light or dark.
func (b *browser) open(file string, width int, scheme string) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
	b.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	b.call("Page.navigate", map[string]any{"url": "file://" + file}, nil)
	for range 200 {
		if b.eval(`document.readyState === "complete" && location.protocol === "file:"`) == "true" {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.t.Fatal("the page does not load")
}

// eval is the JSON of an expression's value.
func (b *browser) eval(expression string) string {
	b.t.Helper()
	var r struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &r)
	if r.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, r.ExceptionDetails)
	}
	return string(r.Result.Value)
}

func (b *browser) want(expression, want string) {
	b.t.Helper()
	if got := b.eval(expression); got != want {
		b.t.Errorf("%s is %s, want %s", expression, got, want)
	}
}

// shoot keeps a picture of the whole page in the folder that SHOTS names, if it does.
func (b *browser) shoot(name string) {
	b.t.Helper()
	var r struct{ Data string }
	b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &r)
	png, err := base64.StdEncoding.DecodeString(r.Data)
	if err != nil || len(png) < 1000 {
		b.t.Errorf("%s: no screenshot: %v", name, err)
	}
	if dir := os.Getenv("SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
			b.t.Error(err)
		}
	}
}

func (b *browser) clean() {
	b.t.Helper()
	for _, f := range b.faults {
		b.t.Error(f)
	}
	b.faults = nil
}

// TestChromium shows the pages in a real browser: they render at three widths in light and dark, nothing is wider than the screen but
// the picture's own frame, the filter and the links work, nothing is loaded and no error is logged, and they print.
func TestChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	b := startBrowser(t)
	dir := t.TempDir()
	for name, tl := range map[string]*timeline.Timeline{"fixtures": build(t), "many": generated(2000), "hostile": hostile()} {
		file := filepath.Join(dir, name+".html")
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := timeline.WriteHTML(f, tl, timeline.HTMLOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{400, 1000, 1600} {
			for _, scheme := range []string{"light", "dark"} {
				if name != "fixtures" && (width == 1600 || scheme == "dark") {
					continue // slow, and nothing new
				}
				b.open(file, width, scheme)
				b.want(`document.documentElement.scrollWidth <= innerWidth`, "true")
				b.want(`document.querySelectorAll("main li[id]").length`, fmt.Sprint(tl.Len()))
				b.want(`document.querySelectorAll("figure a").length`, fmt.Sprint(tl.Dated().Len()))
				b.want(`[...document.querySelectorAll("figure a")].every(a => document.getElementById(decodeURIComponent(a.getAttribute("href").slice(1))))`, "true")
				b.shoot(fmt.Sprintf("%s-%d-%s", name, width, scheme))
				if name == "hostile" {
					b.want(`document.querySelectorAll("img, b > b, h1 > *, h2 > *").length`, "0")
				}
			}
		}
		b.clean()
	}
	file := filepath.Join(dir, "fixtures.html")
	b.open(file, 1000, "light")
	b.eval(`(f => { f.q.value = "Mao moscow"; f.q.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("form"))`)
	b.want(`[...document.querySelectorAll("main li[id]:not([hidden]) b")].map(b => b.textContent)`,
		`["Mao went to Moscow to seek economic help","He waited there for weeks"]`)
	b.eval(`document.querySelector("form").reset(); document.querySelector("form").dispatchEvent(new Event("input"))`)
	b.want(`document.querySelectorAll("main li[id]:not([hidden])").length`, "65")
	b.eval(`(f => { f.k.value = "c"; f.k.dispatchEvent(new Event("input", {bubbles: true})) })(document.querySelector("form"))`)
	b.want(`document.querySelectorAll("main li[id]:not([hidden])").length`, fmt.Sprint(strings.Count(pageOf(t, file), `class=c><details>`)))
	b.want(`document.querySelector("form output").value.endsWith("of 65 events")`, "true")
	b.eval(`document.querySelector("form").reset(); document.querySelector("form").dispatchEvent(new Event("input"))`)
	b.eval(`document.querySelectorAll("figure a")[20].dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
	time.Sleep(100 * time.Millisecond)
	b.want(`document.querySelector("li:target details").open`, "true")
	b.shoot("fixtures-open")
	b.eval(`document.querySelector("[data-z='1.25']").click()`)
	b.want(`document.querySelector("figure svg").getAttribute("width") > 1100`, "true")
	var pdf struct{ Data string }
	b.call("Page.printToPDF", map[string]any{"printBackground": true}, &pdf)
	if raw, err := base64.StdEncoding.DecodeString(pdf.Data); err != nil || !bytes.HasPrefix(raw, []byte("%PDF")) || len(raw) < 20000 {
		t.Errorf("%d bytes of PDF, %v", len(raw), err)
	}
	b.clean()

	// The picture by itself.
	svg := filepath.Join(dir, "timeline.svg")
	f, err := os.Create(svg)
	if err != nil {
		t.Fatal(err)
	}
	if err := timeline.WriteSVG(f, build(t), timeline.SVGOptions{}); err != nil {
		t.Fatal(err)
	}
	f.Close()
	b.open(svg, 1600, "dark")
	b.want(`document.querySelectorAll("[role=listitem]").length`, "64")
	b.shoot("picture-1600-dark")
	b.clean()
}

func pageOf(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
