// Draws the calendar of campaigns. Dragging one asks at its own page before anything is changed; without script the list below says the same.
(() => {
  const place = document.getElementById('calendar');
  place.hidden = false;
  const views = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };
  const two = number => String(number).padStart(2, '0');
  // The calendar's days and hours are Vietnam's, wherever the browser is: it keeps them as UTC.
  const local = at => `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}T${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const calendar = new FullCalendar.Calendar(place, {
    locale: 'vi', firstDay: 1, timeZone: 'UTC', initialView: views[place.dataset.view], initialDate: place.dataset.day, headerToolbar: false, height: 'auto',
    allDaySlot: false, slotDuration: '00:30:00', nowIndicator: false, dayMaxEvents: 4, slotMinTime: '05:00:00', slotMaxTime: '23:00:00', defaultTimedEventDuration: '00:45',
    moreLinkContent: more => '+' + more.num, eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    events: (span, done, failed) => fetch(`${place.dataset.events}?start=${local(span.start)}:00&end=${local(span.end)}:00`)
      .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status))).then(done, failed),
    eventDurationEditable: false,
    // A day's name alone would hide from a screen reader what lies in it.
    dayCellDidMount: day => day.el.removeAttribute('aria-labelledby'),
    eventDrop: moved => { location.href = `${place.dataset.move}${moved.event.id}/move?to=${local(moved.event.start)}`; },
  });
  calendar.render();
})();
