(()=>{"use strict";
const $=(s,n=document)=>n.querySelector(s),all=(s,n=document)=>[...n.querySelectorAll(s)];
const form=$("form"),svg=$("figure svg"),items=all("main li[id]"),marks=new Map(all("figure a").map(a=>[decodeURIComponent(a.getAttribute("href").slice(1)),a]));
const text=new Map(items.map(li=>[li,li.textContent.toLowerCase()]));
form.hidden=false;
const filter=()=>{const words=form.q.value.toLowerCase().split(/\s+/).filter(Boolean),kind=form.k.value;let n=0;
for(const li of items){const show=(!kind||li.classList.contains(kind))&&words.every(w=>text.get(li).includes(w));li.hidden=!show;n+=show;
const m=marks.get(li.id);if(m)m.style.opacity=show?"":".08"}
for(const s of all("main section"))s.hidden=!$("li[id]:not([hidden])",s);
form.n.value=n===items.length?`${n} events`:`${n} of ${items.length} events`};
form.addEventListener("input",filter);form.addEventListener("submit",e=>e.preventDefault());
let zoom=1;const width=+svg.getAttribute("width"),height=+svg.getAttribute("height");
form.addEventListener("click",e=>{const z=e.target.dataset.z;if(!z)return;zoom=Math.min(3,Math.max(.25,z==="0"?1:zoom*z));svg.setAttribute("width",width*zoom);svg.setAttribute("height",height*zoom)});
const open=()=>{const d=$("details",document.getElementById(decodeURIComponent(location.hash.slice(1)))||document.createElement("p"));if(d)d.open=true};
addEventListener("hashchange",open);open();
let closed=[];addEventListener("beforeprint",()=>{closed=all("details:not([open])");for(const d of closed)d.open=true});addEventListener("afterprint",()=>{for(const d of closed)d.open=false});
filter()})();
