package parse

import (
	"strconv"
	"strings"

	"github.com/sinosoviet/sinosoviet"
)

// isCoordinates reports {{coord}} and the old {{coor …}} family.
func isCoordinates(key string) bool {
	return key == "coord" || key == "coordinates" || key == "coor" || strings.HasPrefix(key, "coor ")
}

// coord reads the positional arguments of {{coord}}: degrees with or without minutes and seconds, signed or with the letters
// N, S, E, W. ok is false when they are no place on Earth's grid.
func coord(t *sinosoviet.Template) (c sinosoviet.Coordinates, ok bool) {
	var values [8]string
	n := 0
	for i := range t.Args {
		if n < len(values) && isPositional(&t.Args[i], n+1) {
			values[n] = strings.TrimSpace(t.Args[i].Value)
			n++
		}
	}
	half, letters := -1, false
	for i, v := range values[:n] {
		if len(v) == 1 && strings.ContainsAny(v, "NSns") {
			half, letters = i, true
			break
		}
	}
	if !letters {
		if n < 2 {
			return c, false
		}
		half = 1
	}
	lat, ok1 := degrees(values[:half])
	rest := values[half:n]
	if letters {
		rest = rest[1:]
	}
	end := 1
	if letters {
		for end = 0; end < len(rest) && !(len(rest[end]) == 1 && strings.ContainsAny(rest[end], "EWewOo")); end++ {
		}
		if end == len(rest) {
			return c, false
		}
	}
	lon, ok2 := degrees(rest[:end])
	if letters {
		lat, lon = signed(lat, values[half]), signed(lon, rest[end])
	}
	c = sinosoviet.Coordinates{Latitude: lat, Longitude: lon, Span: t.Span}
	return c, ok1 && ok2 && lat >= -90 && lat <= 90 && lon >= -360 && lon <= 360
}

func signed(v float64, letter string) float64 {
	if strings.ContainsAny(letter, "SWsw") {
		return -v
	}
	return v
}

// degrees adds up degrees, minutes and seconds.
func degrees(parts []string) (v float64, ok bool) {
	if len(parts) == 0 || len(parts) > 3 {
		return 0, false
	}
	unit, sign := 1.0, 1.0
	for i, p := range parts {
		if p == "" && i > 0 {
			p = "0"
		}
		p = strings.Replace(p, "−", "-", 1)
		x, err := strconv.ParseFloat(p, 64)
		if err != nil || x != x || x > 360 || x < -360 {
			return 0, false
		}
		if i == 0 && strings.HasPrefix(p, "-") {
			sign, x = -1, -x
		}
		v += x / unit
		unit *= 60
	}
	return sign * v, true
}

// boxCoordinates reads the parameters of older infoboxes: latd, latm, lats, latNS and their kin.
func boxCoordinates(t *sinosoviet.Template) (c sinosoviet.Coordinates, ok bool) {
	for _, names := range [...][8]string{
		{"latd", "latm", "lats", "latNS", "longd", "longm", "longs", "longEW"},
		{"lat_d", "lat_m", "lat_s", "lat_NS", "long_d", "long_m", "long_s", "long_EW"},
		{"lat_deg", "lat_min", "lat_sec", "lat_dir", "lon_deg", "lon_min", "lon_sec", "lon_dir"},
		{"lat_degrees", "lat_minutes", "lat_seconds", "lat_direction", "long_degrees", "long_minutes", "long_seconds", "long_direction"},
		{"latitude", "", "", "", "longitude", "", "", ""},
	} {
		var v [8]string
		for i, name := range names {
			if name != "" {
				s, _ := t.Arg(name)
				v[i] = strings.TrimSpace(s)
			}
		}
		if v[0] == "" || v[4] == "" {
			continue
		}
		lat, ok1 := degrees(v[0:3])
		lon, ok2 := degrees(v[4:7])
		lat, lon = signed(lat, v[3]), signed(lon, v[7])
		if ok1 && ok2 && lat >= -90 && lat <= 90 && lon >= -360 && lon <= 360 {
			return sinosoviet.Coordinates{Latitude: lat, Longitude: lon, Span: t.Span}, true
		}
	}
	return c, false
}
