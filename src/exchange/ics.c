/*
 * ics.c - events through libical. Times leave in UTC: Vietnam has one offset, so no table of
 * zones is needed and every program shows the right hour.
 */
#include "exchange/ics.h"

#include <libical/ical.h>

#include "base/lib.h"
#include "model/civil.h"

typedef struct ical {
#define ICAL_USED(name) __typeof__(&name) name;
#include "exchange/ical.def"
#undef ICAL_USED
} ical;

static const char *const functions[] = {
#define ICAL_USED(name) #name,
#include "exchange/ical.def"
#undef ICAL_USED
};

typedef struct writing {
	ical lib;
	arena a;
	icalcomponent *in; /* the component being filled */
} writing;

static void put(writing *w, icalproperty_kind kind, icalvalue *v)
{
	icalproperty *p = w->lib.icalproperty_new(kind);

	w->lib.icalproperty_set_value(p, v);
	w->lib.icalcomponent_add_property(w->in, p);
}

/* Controls have no place in iCalendar; libical escapes the rest. */
static const char *text_of(writing *w, slice s)
{
	char *to = arena_room(&w->a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= ' ' || s.p[i] == '\n')
			to[n++] = s.p[i];
	to[n] = 0;
	return to;
}

static void put_text(writing *w, icalproperty_kind kind, slice s)
{
	if (s.n > 0)
		put(w, kind, w->lib.icalvalue_new_text(text_of(w, s)));
}

static void put_word(writing *w, icalproperty_kind kind, icalvalue_kind of, const char *word)
{
	put(w, kind, w->lib.icalvalue_new_from_string(of, word));
}

static void put_x(writing *w, const char *name, slice s)
{
	icalproperty *p = w->lib.icalproperty_new(ICAL_X_PROPERTY);

	w->lib.icalproperty_set_x_name(p, name);
	w->lib.icalproperty_set_value(p, w->lib.icalvalue_new_text(text_of(w, s)));
	w->lib.icalcomponent_add_property(w->in, p);
}

static icaltimetype utc(const writing *w, int64_t seconds)
{
	civil c = civil_of_minutes(seconds / 60);
	icaltimetype t = {.year = c.y, .month = c.mo, .day = c.d, .hour = c.h, .minute = c.mi};

	t.zone = w->lib.icaltimezone_get_utc_timezone();
	return t;
}

static icaltimetype day_of(int64_t minute)
{
	civil c = civil_of_minutes(minute);

	return (icaltimetype){.year = c.y, .month = c.mo, .day = c.d, .is_date = 1};
}

static void put_times(writing *w, const ics_event *x)
{
	if (x->whole_day) {
		put(w, ICAL_DTSTART_PROPERTY, w->lib.icalvalue_new_date(day_of(x->from)));
		put(w, ICAL_DTEND_PROPERTY, w->lib.icalvalue_new_date(day_of(x->from + CMIN_DAY)));
		return;
	}
	put(w, ICAL_DTSTART_PROPERTY,
	    w->lib.icalvalue_new_datetime(utc(w, clock_of_civil(x->from))));
	if (x->to > x->from)
		put(w, ICAL_DTEND_PROPERTY,
		    w->lib.icalvalue_new_datetime(utc(w, clock_of_civil(x->to))));
}

static void put_alarm(writing *w, const ics_event *x)
{
	icalcomponent *event = w->in, *alarm = w->lib.icalcomponent_new(ICAL_VALARM_COMPONENT);

	w->in = alarm;
	put_word(w, ICAL_ACTION_PROPERTY, ICAL_ACTION_VALUE, "DISPLAY");
	put_text(w, ICAL_DESCRIPTION_PROPERTY, x->title);
	put_word(w, ICAL_TRIGGER_PROPERTY, ICAL_TRIGGER_VALUE, "-P1D");
	w->in = event;
	w->lib.icalcomponent_add_component(event, alarm);
}

static icalcomponent *event_of(writing *w, const ics_head *head, const ics_event *x)
{
	w->in = w->lib.icalcomponent_new(ICAL_VEVENT_COMPONENT);
	put_text(w, ICAL_UID_PROPERTY, x->uid);
	put(w, ICAL_DTSTAMP_PROPERTY, w->lib.icalvalue_new_datetime(utc(w, head->now)));
	put_times(w, x);
	put_text(w, ICAL_SUMMARY_PROPERTY, x->title);
	put_text(w, ICAL_LOCATION_PROPERTY, x->place);
	put_text(w, ICAL_DESCRIPTION_PROPERTY, x->words);
	if (x->url.n > 0)
		put_word(w, ICAL_URL_PROPERTY, ICAL_URI_VALUE, text_of(w, x->url));
	put(w, ICAL_SEQUENCE_PROPERTY,
	    w->lib.icalvalue_new_integer((int)(x->version > 0 ? x->version & 0x7fffffff : 0)));
	put_word(w, ICAL_STATUS_PROPERTY, ICAL_STATUS_VALUE,
	         x->cancelled ? "CANCELLED" : "CONFIRMED");
	put_word(w, ICAL_TRANSP_PROPERTY, ICAL_TRANSP_VALUE,
	         x->whole_day ? "TRANSPARENT" : "OPAQUE");
	if (x->alarm && !x->cancelled)
		put_alarm(w, x);
	return w->in;
}

rc ics_write(const ics_head *head, const ics_event *events, size_t n, strbuf *to, err *e)
{
	writing w = {.in = NULL};
	icalcomponent *calendar;
	char *text;
	rc code = lib_load(LIB_ICAL, functions, (void **)(void *)&w.lib, ARRAY_LEN(functions), e);

	if (code != RC_OK)
		return code;
	arena_init(&w.a, NULL, 0);
	calendar = w.in = w.lib.icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	put_text(&w, ICAL_PRODID_PROPERTY, S("-//dondoc//VI"));
	put_text(&w, ICAL_VERSION_PROPERTY, S("2.0"));
	put_word(&w, ICAL_METHOD_PROPERTY, ICAL_METHOD_VALUE, "PUBLISH");
	put_x(&w, "X-WR-CALNAME", head->name);
	put_x(&w, "X-PUBLISHED-TTL", S("PT1H"));
	for (size_t i = 0; i < n; i++)
		w.lib.icalcomponent_add_component(calendar, event_of(&w, head, &events[i]));
	text = w.lib.icalcomponent_as_ical_string_r(calendar);
	if (text != NULL)
		strbuf_put(to, slice_c(text));
	else
		code = err_set(e, RC_NOMEM, MSG_NO_MEMORY, "calendar");
	w.lib.icalmemory_free_buffer(text);
	w.lib.icalcomponent_free(calendar);
	arena_done(&w.a);
	return code;
}
